import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { NamesIn } from "../pages.server.ts";
import { type Spoken, sayValue } from "../say.ts";

/** Puts a field's value into the reader's words; null for what is empty. */
export function useSay(named: NamesIn): (spoken: Spoken, value: unknown) => string | null {
  const { i18n } = useLingui();
  return useMemo(() => {
    const naming = {
      network: (id: number) => named.networks[id]?.name ?? null,
      entry: (id: number) => named.entries[id]?.title ?? null,
    };
    return (spoken, value) => sayValue(spoken, value, i18n, naming);
  }, [i18n, named]);
}
