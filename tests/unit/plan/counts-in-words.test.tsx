import { I18nProvider } from "@lingui/react";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "~/domain.ts";
import { CHANGE_COUNT } from "~/features/plan/compare/components/change-count.tsx";
import { TimeToAnswer } from "~/features/suggestions/components/time-to-answer.tsx";
import { i18nFor } from "~/i18n/catalogs.server.ts";

const text = (part: ReactNode, language: Language = "en") =>
  renderToStaticMarkup(<I18nProvider i18n={i18nFor(language)}>{part}</I18nProvider>).replace(/<[^>]*>/g, "");

const HOUR_MS = 3_600_000;

test("the time that is left to answer is never less than none", () => {
  const left = (hours: number, language?: Language) =>
    text(<TimeToAnswer responseDue={hours * HOUR_MS} now={0} />, language);
  expect([-25, -1, 0, 1, 25].map((hours) => left(hours))).toEqual([
    "2 days past the promise",
    "1 day past the promise",
    "Answer due today",
    "1 day left to answer",
    "2 days left to answer",
  ]);
  for (const language of LANGUAGES)
    for (const hours of [-25, -1, 0, 1]) expect(left(hours, language)).not.toContain("-");
});

test("one is counted in the singular, in each language", () => {
  const added = (count: number) => text(CHANGE_COUNT.added(count), "fr");
  expect([added(1), added(2)]).toEqual(["1 ajoutée", "2 ajoutées"]);
});
