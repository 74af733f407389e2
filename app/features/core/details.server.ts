import { type SQL, sql } from "drizzle-orm";
import type { Board, DecisionState, Language, RegisterName, Stage, SuggestionState, Translated } from "~/domain.ts";
import type { Database } from "~db/connection.ts";

/** What core tells of the things that later areas own, wherever it names one: in history, in notices, in what is found. */
export interface Details {
  /** Its title in the reader's language, or in the one in which it was written (`source`); `lang` says which. */
  action: { ref: string; board: Board; stage: Stage; source: Language; title: string; lang: Language };
  /** `origin` is the name of the network from which it comes; `responseDue` is in milliseconds. */
  suggestion: {
    id: number;
    title: string;
    lang: Language;
    board: Board;
    state: SuggestionState;
    origin: Record<Language, string>;
    responseDue: number;
  };
  /** Its days are written `2026-11-24`; `quarter` is that of its review. */
  decision: {
    id: number;
    text: string;
    state: DecisionState;
    dueOn: string | null;
    lookAgainOn: string | null;
    quarter: string;
  };
  /** `decided` is what the committee adopted in it, in the order in which it was proposed. */
  review: { quarter: string; decided: string[] };
  /** A continental network's view of a quarter. */
  view: { quarter: string; slug: string; network: Record<Language, string> };
  entry: { register: RegisterName; title: Translated; network: Record<Language, string> };
}

/** SQL for a JSON object that tells of the thing with this id to a reader of this language; null where there is none. */
export type DetailsSql = (id: SQL, reader: Language) => SQL;

type AllDetails = Record<keyof Details, DetailsSql>;

let registered: AllDetails | undefined;

/** Called once, at the composition root (`app/areas.server.ts`). */
export function registerDetails(details: AllDetails): void {
  registered = details;
}

/**
 * A query's column that tells of one thing of a later area.
 *
 * @throws where nothing was registered
 */
export function detailsOf<Kind extends keyof Details>(
  kind: Kind,
  id: SQL,
  reader: Language,
): SQL<Details[Kind] | null> {
  if (!registered) throw new Error("No area has registered its details: app/areas.server.ts was not loaded.");
  return sql<Details[Kind] | null>`${registered[kind](id, reader)}`.mapWith(JSON.parse);
}

/** What is told of several things of a kind, by their ids; those that there are not are left out. 1 statement. */
export function readDetails<Kind extends keyof Details>(
  db: Database,
  kind: Kind,
  ids: Iterable<number>,
  reader: Language,
): Map<number, Details[Kind]> {
  const rows = db.values<[number, string | null]>(sql`
    select value, ${detailsOf(kind, sql`value`, reader)} from json_each(${JSON.stringify([...ids])})`);
  return new Map(rows.flatMap(([id, told]) => (told === null ? [] : [[id, JSON.parse(told) as Details[Kind]]])));
}
