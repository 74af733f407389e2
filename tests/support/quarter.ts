import { eq } from "drizzle-orm";
import type { Stage, Translated } from "~/domain.ts";
import { USUAL_AGENDA } from "~/features/committee/reviews/agenda-form.ts";
import { reviewSnapshot } from "~/features/committee/reviews/figures.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { type Meeting, openReview } from "~/features/committee/reviews/mutations.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { createAction, editAction, type NewAction } from "~/features/plan/actions/mutations.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import type { Quarter } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { seats } from "~db/schema.ts";
import { actionOf, editOf } from "./suggestions.ts";

export const MEETING: Meeting = {
  meetingAt: null,
  timeZone: "Europe/Brussels",
  link: "https://meet.example.org/committee",
  agenda: USUAL_AGENDA,
};

/** Opens the review of a quarter. */
export function opened(db: Database, admin: Viewer, quarter: Quarter, at: Date): number {
  const done = openReview(db, { personId: admin.id, at }, admin, quarter, MEETING);
  if (done.status !== "opened") throw new Error(`${quarter} is ${done.status}.`);
  return done.id;
}

export function snapshotOf(db: Database, quarter: Quarter, at: Date) {
  const review = findReview(db, quarter);
  if (!review) throw new Error(`The review of ${quarter} is not open.`);
  return reviewSnapshot(db, review, allNetworks(db), at);
}

/** Enters a national action of Nepal's, as nobody in person. */
export function entered(db: Database, at: Date, fields: Partial<NewAction>): string {
  const nepal = allNetworks(db).find(({ slug }) => slug === "nepal");
  return createAction(db, { personId: null, at }, null, {
    board: "lobbying",
    stage: "planned",
    priority: "normal",
    level: "national",
    lead: nepal?.id ?? 0,
    partners: [],
    principles: [],
    start: null,
    due: null,
    sourceLanguage: "en",
    origin: "direct",
    actionKind: null,
    texts: { en: { title: "An action", description: "", expectedResult: "" } },
    ...fields,
  }).ref;
}

export function moved(db: Database, at: Date, ref: string, stage: Stage, outcome?: Translated): void {
  const { version } = actionOf(db, ref);
  const { status } = moveAction(db, { personId: null, at }, null, { ref, version, stage, ...(outcome && { outcome }) });
  if (status !== "moved") throw new Error(`The move of ${ref} is ${status}.`);
}

export function replanned(db: Database, at: Date, ref: string, due: string | null): void {
  const action = findAction(db, ref);
  if (!action) throw new Error(`There is no ${ref}.`);
  const input = { ...editOf(action), due };
  const { status } = editAction(db, { personId: null, at }, null, { ref, version: action.version, input });
  if (status !== "saved") throw new Error(`The edit of ${ref} is ${status}.`);
}

/** Ties a seat of a network to somebody, and returns it. */
export function seated(db: Database, viewer: Viewer, network: string): number {
  const home = allNetworks(db).find(({ slug }) => slug === network);
  const seat = db
    .select()
    .from(seats)
    .where(eq(seats.networkId, home?.id ?? 0))
    .get();
  if (!seat) throw new Error(`${network} has no seat.`);
  db.update(seats).set({ personId: viewer.id }).where(eq(seats.id, seat.id)).run();
  return seat.id;
}
