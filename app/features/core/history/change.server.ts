import type { Board } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { submissions } from "~db/schema/people.ts";
import type { Cause, EventBody, EventKind, Subject } from "~db/stored/events.ts";
import { noteCommit } from "~db/unlocked.ts";
import { countChange, TooMany } from "../limits.server.ts";

/** A transaction's handle: what a mutation may write through. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Who changes, and when. The clock is passed in, so that the seed can load 2019 and a test can stand on any day. */
export interface By {
  /** Null for the seed and for what the system does by itself. */
  personId: string | null;
  at: Date;
  /** The form that asks for it, where it has a one-time key: the key is recorded in the transaction of the request's first change. */
  submission?: Submission | null;
  /**
   * Set for a person's request, whose changes then count against that person's limits; the seed and the jobs have none.
   * `committed` becomes true with its first change; later ones are counted and never refused.
   */
  limits?: { committed: boolean };
}

/** What a row of history takes besides its content. */
const EVENT_BYTES = 500;

/** One form as it was sent (submission.server.ts). */
export interface Submission {
  /** Identifies person, address, key and content. */
  digest: string;
  personId: string;
  path: string;
  /** Whether a change of this submission has been committed. */
  recorded: boolean;
  /** Lets those go on who sent the same meanwhile. */
  release?: () => void;
}

/** Thrown within a transaction when another process has recorded the same submission first. */
export class RecordedElsewhere extends Error {}

type Recorded = EventBody & Subject & { why?: string | null; cause?: Cause | null };

let checkRecorded: ((event: Recorded) => void) | undefined;

/** Sets what looks at every event before it is written, and may throw. The types of payloads need none: the tests set one. */
export function checkEventsWith(check: (event: Recorded) => void): void {
  checkRecorded = check;
}

export type RecordEvent = (event: Recorded) => number;

/** What others are told after the commit: that something happened and where, never what. */
export interface Happened {
  id: number;
  board: Board | null;
  reviewId: number | null;
  actionId: number | null;
  suggestionId: number | null;
}

type Listener = (happened: Happened[]) => void;
// On the global object: a reload in development must not leave the listeners of the module before it unheard.
const held = globalThis as typeof globalThis & { inspirListeners?: Set<Listener> };
held.inspirListeners ??= new Set();
const listeners = held.inspirListeners;

/** Calls `listener` after each committed change; returns what ends that. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The only way to change what history records: one immediate transaction that writes and records its events together, and tells the
 * listeners once it is on disk. Nothing in `write` may be awaited: better-sqlite3 would commit before it was done.
 *
 * @returns what `write` returns
 * @throws whatever `write` throws, after rolling everything back
 * @throws TooMany, after rolling everything back, when its person has changed too much of the kind in a short time
 */
export function change<T>(db: Database, by: By, write: (tx: Transaction, record: RecordEvent) => T): T {
  const happened: Happened[] = [];
  const written = { kinds: new Set<EventKind>(), bytes: EVENT_BYTES };
  let uncount: (() => void) | undefined;
  const carryOut = (tx: Transaction): T => {
    recordSubmission(tx, by);
    const result = write(tx, ({ why = null, cause = null, ...event }) => {
      checkRecorded?.(event);
      const { id } = tx
        .insert(events)
        .values({ ...event, at: by.at, actorId: by.personId, why, cause } as typeof events.$inferInsert)
        .returning({ id: events.id })
        .get();
      const { board = null, reviewId = null, actionId = null, suggestionId = null } = event;
      happened.push({ id, board, reviewId, actionId, suggestionId });
      written.kinds.add(event.kind);
      if (by.limits) written.bytes += EVENT_BYTES + Buffer.byteLength(JSON.stringify([event.before, event.after, why]));
      return id;
    });
    uncount = count(by, written);
    return result;
  };
  let result: T;
  try {
    result = db.transaction(carryOut, { behavior: "immediate" });
  } catch (error) {
    uncount?.();
    throw error;
  }
  if (by.limits) by.limits.committed = true;
  if (by.submission) by.submission.recorded = true;
  noteCommit();
  if (happened.length > 0) for (const listener of listeners) listener(happened);
  return result;
}

function count({ personId, limits }: By, written: { kinds: Set<EventKind>; bytes: number }): (() => void) | undefined {
  if (!limits || !personId) return undefined;
  try {
    return countChange(personId, written);
  } catch (error) {
    if (limits.committed && error instanceof TooMany) return undefined;
    throw error;
  }
}

/** Notes within the first transaction of a submission that it is carried out. */
function recordSubmission(tx: Transaction, { submission, at }: By): void {
  if (!submission || submission.recorded) return;
  const { digest, personId, path } = submission;
  const { changes } = tx.insert(submissions).values({ digest, personId, path, at }).onConflictDoNothing().run();
  if (changes === 0) throw new RecordedElsewhere();
}
