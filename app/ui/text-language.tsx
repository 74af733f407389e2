import { useLingui } from "@lingui/react";
import { useState } from "react";
import { TEXT_LANGUAGE } from "./form-key.ts";

/**
 * In which language what is typed in a form is written: the page's when the typing began. It stays with what was typed, also
 * when the page comes in another language (app/ui/typed-text.ts, app/http/given-back.server.ts).
 *
 * @param submitted what the form came back with
 */
export function TextLanguage({ submitted }: { submitted?: string | string[] | undefined }) {
  const { i18n } = useLingui();
  const [language, setLanguage] = useState(String(submitted || i18n.locale));
  // React hears of a hidden field's change by `input` alone.
  return (
    <input
      type="hidden"
      name={TEXT_LANGUAGE}
      value={language}
      onInput={(event) => setLanguage(event.currentTarget.value)}
    />
  );
}
