import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeReview } from "~/features/committee/reviews/closing.server.ts";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { assessments, decisions, frozenReviews, people, reviews, signOffs } from "~db/schema.ts";
import actionsData from "~seed/data/actions.json" with { type: "json" };
import { DEMONSTRATED, openDemonstrationQuarter } from "~seed/quarter.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";

test("the demonstration quarter shows what the seed tells of the end of 2020, and makes nothing up", () => {
  const db = seededDatabase();
  expect(openDemonstrationQuarter(db, TODAY)).toBe(true);
  expect(openDemonstrationQuarter(db, TODAY)).toBe(false);
  const [review, ...others] = db.select().from(reviews).all();
  expect(others).toEqual([]);
  expect(review).toMatchObject({ quarter: DEMONSTRATED, state: "open", meetingAt: null, link: "" });
  for (const table of [assessments, decisions, signOffs]) expect(db.select().from(table).all()).toEqual([]);

  const networks = allNetworks(db);
  const person = db.select().from(people).where(eq(people.id, "eval-admin")).get();
  if (!person || !review) throw new Error("The review was not opened by the account for trying.");
  closeReview(db, { personId: person.id, at: TODAY }, asViewer(person, networks, ""), {
    reviewId: review.id,
    networks,
  });
  const snapshot = JSON.parse(db.select().from(frozenReviews).get()?.snapshot ?? "{}") as ReviewSnapshot;
  const doneIn = (board: string) =>
    snapshot.boards.find((one) => one.board === board)?.done.map(({ ref }) => ref) ?? [];
  // As published: the criteria were agreed and put before the Special Rapporteur, the identity was there.
  expect([...doneIn("lobbying"), ...doneIn("communication")].toSorted()).toEqual(doneInSeed());
});

/** What seed/data says was done within the quarter. */
function doneInSeed(): string[] {
  return actionsData
    .filter(({ story }) => story.some(({ at, stage }) => stage === "done" && at >= "2020-10-01" && at < "2021-01-01"))
    .map(({ ref }) => ref)
    .toSorted();
}
