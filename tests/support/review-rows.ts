import { asc, eq } from "drizzle-orm";
import { BOARDS } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { networks, reviews, seats } from "~db/schema.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";

/* Rows of a review and of the committee, for unit, integration and browser tests alike. */

const AT = new Date("2026-11-24T12:00:00Z");

export const QUARTER = "2026-Q4";

export const AGENDA: AgendaItem[] = [
  { kind: "alignment", minutes: 20 },
  ...BOARDS.map((board): AgendaItem => ({ kind: "board", board, minutes: 15 })),
  { kind: "point", about: { en: "The next seminar" }, minutes: null },
  { kind: "decisions", minutes: 20 },
  { kind: "look-again", minutes: null },
  { kind: "sign-off", minutes: null },
];

/** A review as it is when it has been opened. Returns its id. */
export function openReview(db: Database, more: Partial<typeof reviews.$inferInsert> = {}): number {
  return db
    .insert(reviews)
    .values({
      quarter: QUARTER,
      state: "open",
      meetingAt: AT,
      timeZone: "Europe/Brussels",
      link: "",
      agenda: AGENDA,
      rule: "continental-consent",
      quorum: 2,
      openedAt: AT,
      ...more,
    })
    .returning({ id: reviews.id })
    .get().id;
}

/** Ties a seat of a network to an account: the first of its seats, or another. Returns the seat's id. */
export function tieSeat(db: Database, slug: string, personId: string, which = 0): number {
  const own = db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(networks, eq(networks.id, seats.networkId))
    .where(eq(networks.slug, slug))
    .orderBy(asc(seats.id))
    .all();
  const seat = own[which];
  if (!seat) throw new Error(`${slug} has no seat ${which}.`);
  db.update(seats).set({ personId }).where(eq(seats.id, seat.id)).run();
  return seat.id;
}
