import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import { hasPlaceholder, unfinishedReasons } from "~/features/suggestions/placeholder.ts";
import { templateIn, templateNames } from "~/features/suggestions/templates.server.ts";

describe("a place to be filled in", () => {
  test("stands in every template, in every language", () => {
    for (const language of LANGUAGES)
      for (const { id } of templateNames(language))
        expect(hasPlaceholder(templateIn(id, language) ?? ""), `${id} ${language}`).toBe(true);
  });

  test("is no longer there once the words are", () => {
    for (const text of [
      "We take over the second part, because it costs nothing.",
      "Well… we take it.",
      "Ten days, say... twelve.",
      "It says “and so on…”.",
      "",
    ])
      expect(hasPlaceholder(text), text).toBe(false);
  });

  test("is named in each language that still has one", () => {
    expect(unfinishedReasons({ en: "Because …", fr: "Parce que c’est fait.", nl: "omdat ... ." })).toEqual({
      "reason.en": "placeholder-left",
      "reason.nl": "placeholder-left",
    });
  });
});
