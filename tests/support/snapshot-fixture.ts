import type { ReviewSource } from "~/features/committee/reports/source.ts";
import { canonicalJson, sumOf } from "~/features/committee/reviews/canonical.server.ts";
import { type ReviewRow, reviewSnapshot } from "~/features/committee/reviews/figures.server.ts";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { firstInstant, type Quarter, quarterAfter } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { frozenReviews, reviews } from "~db/schema.ts";

/*
 * Reviews for tests. The plan in them is the seed's, as the published planning has it; what a committee would have added
 * (a decision, a view, a check-in) is made up, and every word of it begins by saying so.
 */

/** The end of 2020, the last quarter of which the seed knows what was done. */
export const FIXTURE_QUARTER = "2020-Q4";

/** A review that nobody opened, as its row would be. */
export function reviewRow(quarter: string): ReviewRow {
  return {
    id: 0,
    quarter,
    state: "open",
    meetingAt: new Date("2021-01-20T14:00:00Z"),
    timeZone: "Europe/Brussels",
    link: "",
    agenda: [],
    atItem: 0,
    rule: "continental-consent",
    quorum: 7,
    openedAt: new Date(0),
    openedById: null,
    closedAt: null,
    closedById: null,
    version: 1,
  };
}

/** What a review of a quarter shows of the database's plan, seen when the quarter is over. */
export function snapshotFixture(db: Database, quarter: string = FIXTURE_QUARTER): ReviewSnapshot {
  const seen = firstInstant(quarterAfter(quarter as Quarter, 1));
  return reviewSnapshot(db, reviewRow(quarter), allNetworks(db), seen);
}

/** The same with what a committee adds, plainly made up. */
export function talkedOver(snapshot: ReviewSnapshot): ReviewSnapshot {
  const [seat, other] = snapshot.seats;
  if (!seat || !other) throw new Error("The seed has a committee.");
  const [first] = snapshot.next;
  const made = (text: string) => ({ text: `Synthetic text for a test: ${text}`, language: "en" as const });
  return {
    ...snapshot,
    boards: snapshot.boards.map((board, place) => ({
      ...board,
      keyResults: [
        ...board.keyResults,
        ...(place === 0
          ? [
              {
                ref: "LOB-3",
                names: { en: "Synthetic measure for a test" },
                unit: "texts",
                start: 0,
                target: 10,
                latest: 4,
                progress: 40,
                due: "2021-Q4",
                checkIns: [
                  {
                    at: "2020-11-02T09:00:00.000Z",
                    value: 4,
                    health: "at-risk" as const,
                    happened: made("the fourth is written."),
                  },
                ],
              },
            ]
          : []),
      ],
      assessed:
        place === 0 && first
          ? [{ ref: first.ref, titles: first.titles, assessment: "at-risk", note: made("it waits for a date.") }]
          : [],
    })),
    views: [
      {
        names: seat.network,
        language: "fr",
        progress: "Texte synthétique pour un essai.",
        concerns: "",
        asks: "Texte synthétique : une demande.",
        report: "",
        networkId: null,
        by: "A test",
        at: "2021-01-15T10:00:00.000Z",
      },
    ],
    decisions: [
      {
        id: 1,
        state: "adopted",
        text: made("put this off by a quarter."),
        concerns: first ? [{ ref: first.ref, titles: first.titles }] : [],
        suggestions: [],
        doer: { person: null, network: seat.network },
        dueOn: "2021-03-31",
        lookAgainOn: "2021-06-30",
        planChanges: first ? [{ ref: first.ref, due: "2021-Q2" }] : [],
        stands: [
          { seat: seat.holder, network: seat.network, stand: "consent", reason: null },
          { seat: other.holder, network: other.network, stand: "objection", reason: made("=1+1 is no reason.") },
        ],
      },
    ],
    seats: snapshot.seats.map((one, place) => ({
      ...one,
      ...(place < 7 && { present: true, signedOff: "2021-01-21T10:00:00.000Z" }),
    })),
  };
}

/** A closed review's source, as the pack is made from it. */
export function closedFixture(snapshot: ReviewSnapshot): ReviewSource {
  return {
    snapshot,
    frozen: { at: "2021-01-22T12:00:00.000Z", sha256: sumOf(canonicalJson(snapshot)) },
    additions: [
      {
        at: "2021-02-03T09:00:00.000Z",
        author: "A test",
        language: "en",
        text: "Synthetic correction for a test.",
      },
    ],
  };
}

/** Puts a closed review into the database, as closing it does. */
export function freeze(db: Database, snapshot: ReviewSnapshot): number {
  const { id: _, ...row } = reviewRow(snapshot.quarter);
  const closedAt = new Date("2021-01-22T12:00:00Z");
  const review = db
    .insert(reviews)
    .values({ ...row, state: "closed", closedAt })
    .returning({ id: reviews.id })
    .get();
  const text = canonicalJson(snapshot);
  db.insert(frozenReviews)
    .values({ reviewId: review.id, snapshot: text, sha256: sumOf(text), at: closedAt })
    .run();
  return review.id;
}
