import { expect, test } from "vitest";
import { loader as decisions } from "~/routes/committee/decisions.tsx";
import { loader as reports } from "~/routes/committee/reports.tsx";
import { loader as reviews } from "~/routes/committee/reviews.tsx";
import { openReview, QUARTER } from "../../support/review-rows.ts";
import { ask, enter, openApp } from "../../support/routes.ts";

const app = openApp();

const ROLES = ["eval-admin", "eval-coordinator-asia", "eval-committee", "eval-member-nepal", "eval-observer"];

/** What each role's page is given. */
async function given(loader: Parameters<typeof ask>[0], path: string): Promise<Record<string, unknown>[]> {
  return await Promise.all(
    ROLES.map(async (role) => (await ask(loader, { path, cookie: await enter(role) })).data as Record<string, unknown>),
  );
}

test("while there is no review, each role is told what comes next for them; the first one ends that", async () => {
  expect((await given(reviews, "/reviews")).map(({ step }) => step)).toEqual([
    "open",
    "prepare",
    "sit",
    "read",
    "read",
  ]);
  const write = (await given(reports, "/reports")).map(({ none, mayWrite }) => [none, mayWrite]);
  expect(write).toEqual([true, true, false, false, false].map((mayWrite) => [true, mayWrite]));
  const before = (await given(decisions, "/decisions")).map(({ proposeIn, openIn, mayOpen }) => [
    proposeIn,
    openIn,
    mayOpen,
  ]);
  expect(before).toEqual([true, false, false, false, false].map((mayOpen) => [null, null, mayOpen]));

  openReview(app.db);
  expect((await given(reviews, "/reviews")).map(({ step }) => step)).toEqual(ROLES.map(() => null));
  const since = (await given(decisions, "/decisions")).map(({ proposeIn, openIn }) => [proposeIn, openIn]);
  expect(since).toEqual([QUARTER, null, QUARTER, null, null].map((proposeIn) => [proposeIn, QUARTER]));
});
