import { eq } from "drizzle-orm";
import type { Language, SeatCapacity, SeatPosition } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { ancestorsOf, type Network } from "~/features/core/network-tree.ts";
import type { Database } from "~db/connection.ts";
import { presences } from "~db/schema/committee.ts";
import { seats } from "~db/schema/people.ts";
import type { SeatVote } from "./rule.ts";

/** A seat of the committee at a review. */
export interface SeatAt {
  id: number;
  holder: string;
  capacity: SeatCapacity;
  personId: string | null;
  networkId: number;
  names: Record<Language, string>;
  /** The continental network that it speaks for; null for none. */
  continent: { id: number; names: Record<Language, string> } | null;
  present: boolean;
}

/** The committee's seats, in the order in which they were published, with who is there. 2 statements. */
export function committeeAt(
  db: Database | Transaction,
  networks: readonly Pick<Network, "id" | "kind" | "parentId" | "names">[],
  reviewId: number,
): SeatAt[] {
  const there = db.select({ seatId: presences.seatId }).from(presences).where(eq(presences.reviewId, reviewId)).all();
  const present = new Set(there.map(({ seatId }) => seatId));
  return db
    .select()
    .from(seats)
    .orderBy(seats.id)
    .all()
    .map((seat) => {
      const line = ancestorsOf(networks, seat.networkId);
      const continent = line.find(({ kind }) => kind === "continental");
      const { id, holder, capacity, personId, networkId } = seat;
      return {
        id,
        holder,
        capacity,
        personId,
        networkId,
        names: line[0]?.names ?? { nl: "", fr: "", es: "", en: "" },
        continent: continent ? { id: continent.id, names: continent.names } : null,
        present: present.has(id),
      };
    });
}

/** The seats as the rule counts them, with what each says. */
export function votesOf(committee: readonly SeatAt[], said: ReadonlyMap<number, SeatPosition>): SeatVote[] {
  return committee.map(({ id, continent, present }) => ({
    id,
    present,
    continent: continent?.id ?? null,
    position: said.get(id) ?? null,
  }));
}
