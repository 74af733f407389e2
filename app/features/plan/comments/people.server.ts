import { isNull } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { foldedWords, foldText } from "~/lib/fold.ts";
import type { Database } from "~db/connection.ts";
import { networks, people } from "~db/schema/people.ts";
import type { FoundPeople, PersonToNotify } from "./notify.ts";

export type PersonRow = typeof people.$inferSelect;

/** Whether a person may read what a comment is about. Everybody with an account reads actions and suggestions. */
export type MayRead = (person: PersonRow) => boolean;

const FOUND_AT_MOST = 50;

/** Returns everybody whom a comment can reach: they have access, and read what it is about. 1 statement. */
export function readersOf(db: Database | Transaction, mayRead: MayRead = () => true): PersonRow[] {
  return db.select().from(people).where(isNull(people.suspendedAt)).all().filter(mayRead);
}

interface Search {
  language: Language;
  mayRead?: MayRead | undefined;
  /** Whose comment it is: nobody notifies themselves. */
  viewer: { id: string };
  /** These come first, whatever the words are. */
  chosen?: readonly string[];
  limit?: number;
}

/**
 * Returns the people whose name or network has words that begin with all the words given; everybody for no words. 2 statements.
 */
export function findPeople(db: Database, words: string, search: Search): FoundPeople {
  const { language, mayRead, viewer, chosen = [], limit = FOUND_AT_MOST } = search;
  const names = new Map(
    db
      .select({ id: networks.id, names: networks.names })
      .from(networks)
      .all()
      .map((network) => [network.id, network.names[language]]),
  );
  const wanted = foldedWords(words);
  const rows = readersOf(db, mayRead)
    .filter(({ id }) => id !== viewer.id)
    .map(({ id, name, networkId }): PersonToNotify => ({ id, name, network: names.get(networkId) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const isWanted = ({ name, network }: PersonToNotify) => {
    const has = foldedWords(`${name} ${network}`);
    return wanted.every((word) => has.some((one) => one.startsWith(word)));
  };
  const first = rows.filter(({ id }) => chosen.includes(id));
  const found = rows.filter((person) => !chosen.includes(person.id) && isWanted(person));
  // Who is called so comes before those of whose network it is the name.
  const begins = foldText(words.trim());
  found.sort((a, b) => Number(foldText(b.name).startsWith(begins)) - Number(foldText(a.name).startsWith(begins)));
  return { people: [...first, ...found.slice(0, limit)], more: Math.max(0, found.length - limit) };
}
