import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { isOneOf, LANGUAGES } from "~/words.ts";

/** How an action's fields are named to people: in its forms, in its history, where two edits meet. */
const FIELD: Record<string, MessageDescriptor> = {
  board: msg`Board`,
  stage: msg`Stage`,
  rank: msg`Place in its stage`,
  priority: msg`Priority`,
  level: msg`Level`,
  lead: msg`Lead network`,
  partners: msg`Partners`,
  principles: msg`Principles`,
  start: msg`Start quarter`,
  due: msg`Due quarter`,
  sourceLanguage: msg`Written in`,
  outcome: msg`Result or reason`,
  origin: msg`Origin`,
  title: msg`Title`,
  description: msg`Description`,
  expectedResult: msg`Expected result`,
};

/** A field's name, with its language where it is a text: "Title (Français)". */
export function useFieldNames(): (field: string) => string {
  const { i18n } = useLingui();
  return useMemo(
    () => (field) => {
      const [name = "", language] = field.split(".");
      const words = FIELD[name] ? i18n._(FIELD[name]) : name;
      return isOneOf(LANGUAGES, language) ? `${words} (${LANGUAGE_NAMES[language]})` : words;
    },
    [i18n],
  );
}
