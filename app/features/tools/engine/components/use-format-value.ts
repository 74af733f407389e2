import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { type FormattedValue, formatValue } from "../format-value.ts";
import type { NamesIn } from "../pages.server.ts";

/** Puts a field's value into the reader's words; null for what is empty. */
export function useFormatValue(named: NamesIn): (spoken: FormattedValue, value: unknown) => string | null {
  const { i18n } = useLingui();
  return useMemo(() => {
    const naming = {
      network: (id: number) => named.networks[id]?.name ?? null,
      entry: (id: number) => named.entries[id]?.title ?? null,
    };
    return (spoken, value) => formatValue(spoken, value, i18n, naming);
  }, [i18n, named]);
}
