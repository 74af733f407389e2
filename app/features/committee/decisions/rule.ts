import type { DecisionRule, SeatPosition } from "~/domain.ts";

/** The highest quorum that can be set: the seats of the committee. The message `not-a-quorum` (ui/problems.ts) names it. */
export const QUORUM_MOST = 12;

/** How the committee decides: by which rule, and how many seats it takes. */
export interface Ruling {
  rule: DecisionRule;
  quorum: number;
}

/** A seat as far as the rule asks: of which continental network, whether it is there, and what it says. */
export interface SeatVote {
  id: number;
  /** The continental network's id; null for a seat of none. */
  continent: number | null;
  present: boolean;
  /** Null while it has not spoken. */
  position: SeatPosition | null;
}

/** What still keeps a decision from being adopted. */
export type Missing =
  /** So many seats more have to take part. */
  | { what: "quorum"; seats: number }
  /** These seats object. */
  | { what: "objections"; seats: number[] }
  /** Of these continental networks, which take part, no seat consents, and one that is there has still to speak. */
  | { what: "silent"; continents: number[] }
  /** These have spoken, and none of their seats consents. */
  | { what: "unconsenting"; continents: number[] }
  /** Nobody consents. */
  | { what: "no-consent" }
  /** So many consents more make more than half of the seats. */
  | { what: "majority"; seats: number };

/** A seat that recuses itself counts for nothing, not for the quorum either. */
const counts = (seat: SeatVote) => seat.position !== "recusal";

/** Whoever is at the meeting, or has said what their seat says. */
const takesPart = (seat: SeatVote) => counts(seat) && (seat.present || seat.position !== null);

/** How many seats take part. */
export function takingPart(seats: readonly SeatVote[]): number {
  return seats.filter(takesPart).length;
}

/**
 * What is missing for a decision to be adopted; nothing when the rule holds. By consent: no seat objects, and each
 * continental network that takes part has one seat at least that consents (an abstention beside a consent does no harm).
 * By majority: more consents than half of all seats that have not recused themselves, there or not.
 */
export function missingFor({ rule, quorum }: Ruling, seats: readonly SeatVote[]): Missing[] {
  const missing: Missing[] = [];
  const short = quorum - takingPart(seats);
  if (short > 0) missing.push({ what: "quorum", seats: short });
  return [...missing, ...(rule === "majority" ? forMajority(seats) : forConsent(seats))];
}

/** What keeps a decision from being set down as not adopted. */
export type MissingToReject =
  /** So many seats more have to take part. */
  | { what: "quorum"; seats: number }
  /** No seat objects, and no continental network withholds its consent. */
  | { what: "no-objection" }
  /** The seats that have not spoken can still make a majority, or there is one. */
  | { what: "majority-possible" };

/**
 * What is missing for the committee to have refused a decision; nothing when it has. It takes the quorum, as adopting does.
 * By consent: a seat objects, or a continental network has spoken and none of its seats consents. By majority: the consents,
 * with all seats that have not spoken, are no more than half of the seats.
 */
export function missingToReject({ rule, quorum }: Ruling, seats: readonly SeatVote[]): MissingToReject[] {
  const missing: MissingToReject[] = [];
  const short = quorum - takingPart(seats);
  if (short > 0) missing.push({ what: "quorum", seats: short });
  if (rule === "majority") {
    const open = seats.filter(({ position }) => position === null).length;
    if (consenting(seats) + open >= majorityOf(seats)) missing.push({ what: "majority-possible" });
  } else if (!forConsent(seats).some(({ what }) => what === "objections" || what === "unconsenting")) {
    missing.push({ what: "no-objection" });
  }
  return missing;
}

/** How many consents are more than half of the seats that have not recused themselves. */
const majorityOf = (seats: readonly SeatVote[]) => Math.floor(seats.filter(counts).length / 2) + 1;

function forMajority(seats: readonly SeatVote[]): Missing[] {
  const short = majorityOf(seats) - consenting(seats);
  return short > 0 ? [{ what: "majority", seats: short }] : [];
}

function forConsent(seats: readonly SeatVote[]): Missing[] {
  const missing: Missing[] = [];
  const objecting = seats.filter(({ position }) => position === "objection").map(({ id }) => id);
  if (objecting.length > 0) missing.push({ what: "objections", seats: objecting });
  const there = seats.filter(takesPart);
  const continents = [...new Set(there.flatMap(({ continent }) => continent ?? []))];
  const silent: number[] = [];
  const unconsenting: number[] = [];
  for (const continent of continents) {
    const own = there.filter((seat) => seat.continent === continent);
    if (consenting(own) > 0) continue;
    if (own.some(({ position }) => position === null)) silent.push(continent);
    // An objection has been named already.
    else if (!own.some(({ position }) => position === "objection")) unconsenting.push(continent);
  }
  if (silent.length > 0) missing.push({ what: "silent", continents: silent });
  if (unconsenting.length > 0) missing.push({ what: "unconsenting", continents: unconsenting });
  if (missing.length === 0 && consenting(seats) === 0) missing.push({ what: "no-consent" });
  return missing;
}

const consenting = (seats: readonly SeatVote[]) => seats.filter(({ position }) => position === "consent").length;
