import { I18nProvider } from "@lingui/react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import { expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import { QUORUM_MOST } from "~/features/committee/decisions/rule.ts";
import { WithoutCheckInLine } from "~/features/plan/key-results/components/without-check-in-line.tsx";
import { WITHOUT_CHECK_IN_DAYS } from "~/features/plan/key-results/without-check-in.ts";
import { NEAR_DAYS } from "~/features/suggestions/response-deadline.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { PROBLEMS } from "~/ui/problems.ts";

/* The texts that name a limit name the one that the rule has. */

test.each(LANGUAGES)("the highest quorum is named as it is, in %s", (language) => {
  const numbers = i18nFor(language)._(PROBLEMS["not-a-quorum"]).match(/\d+/g);
  expect(numbers).toEqual(["1", String(QUORUM_MOST)]);
});

test.each(LANGUAGES)("the days without a check-in are those of the rule, in %s", (language) => {
  for (const count of [0, 1, 2]) {
    const text = renderToStaticMarkup(
      <I18nProvider i18n={i18nFor(language)}>
        <StaticRouter location="/">
          <WithoutCheckInLine count={count} />
        </StaticRouter>
      </I18nProvider>,
    ).replace(/<[^>]*>/g, "");
    expect(text).toMatch(new RegExp(`\\b${WITHOUT_CHECK_IN_DAYS}\\b`));
  }
});

test("an answer is near its deadline within the week of which the screens speak", () => {
  expect(NEAR_DAYS).toBe(7);
});
