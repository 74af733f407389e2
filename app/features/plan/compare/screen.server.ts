import { inArray, sql } from "drizzle-orm";
import { BOARDS, type Board, LANGUAGES, type Language, type Stage, type Translated } from "~/domain.ts";
import { readDetails } from "~/features/core/details.server.ts";
import type { FieldChange } from "~/features/core/history/field-change.ts";
import { changesOf, type Known } from "~/features/core/history/lines.server.ts";
import { pageBudget } from "~/features/core/history/word-diff.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { nameOfPerson } from "~/features/plan/actions/responsible.server.ts";
import { nameIn } from "~/features/plan/key-results/queries.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { keptWhileUnchanged, type Steps } from "~db/memo.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { actionsAt, boardsAt, compare, compareFully } from "./compare.server.ts";
import {
  type ActionChanged,
  CHANGES,
  type Change,
  type FieldChanged,
  isTold,
  kindsOf,
  type Made,
  type Reason,
} from "./compare.ts";
import { compareKeyResults } from "./key-results.server.ts";
import type { KeyResultChanged } from "./key-results.ts";
import type { CompareQuery, DateRange } from "./query.server.ts";

const A_PAGE = 25;

/** What brought a change about, to be linked. */
export type Cause = { suggestion: number; title: string } | { decision: number };

/** Who changed something, when, and because of what. */
export interface Said {
  at: number;
  /** Null for the seed and the system. */
  by: string | null;
  because: Cause[];
}

/** The fields of an action that were last changed together. */
export interface Step extends Said {
  key: string;
  /** Where it stood and stands, when that changed. */
  moved: { from: Stage; to: Stage } | null;
  changes: FieldChange[];
  /** The result or reason that came with the move. */
  outcome: string | null;
}

export interface KeyResultLine extends Said {
  id: number;
  what: KeyResultChanged["what"];
  name: string;
  lang: Language | null;
  unit: string;
  start: number;
  target: number;
  valueThen: number | null;
  valueNow: number | null;
  changes: FieldChange[];
}

/** An action, as it was called at the later instant, and all that became of it. */
export interface Compared {
  ref: string;
  title: string;
  lang: Language | null;
  board: Board;
  stage: Stage;
  lead: string | null;
  /** Who entered it, when it was entered between the two instants. */
  entered: Said | null;
  steps: Step[];
  keyResults: KeyResultLine[];
}

export interface Comparison {
  /** How many actions saw each kind of change, on the board that is asked for. */
  counts: Record<Change, number>;
  /** How many actions saw any. */
  changed: number;
  /** How many are listed, of the kind that is asked for. */
  total: number;
  page: number;
  pages: number;
  actions: Compared[];
}

interface Entry {
  ref: string;
  board: Board;
  kinds: Change[];
  /** Whether its own fields did, and not its key results alone. */
  changed: boolean;
  keyResults: KeyResultChanged[];
}

/** With who changed what, and why. */
interface FullEntry extends Entry {
  change: ActionChanged | null;
}

interface Reader {
  networks: readonly Network[];
  language: Language;
}

/**
 * A page of what changed in the plan between two instants, board by board. 20 statements: 4 for what is kept, 7 for the plan, 3 for key
 * results, 4 for the actions of the page, and 2 for the names in it.
 */
export async function comparisonOf(
  db: Database,
  reader: Reader,
  { board, what }: Pick<CompareQuery, "board" | "what">,
  window: DateRange,
  wanted: number,
): Promise<Comparison> {
  const entries = (await keptEntries(db, window)).filter((entry) => !board || entry.board === board);
  const counts = Object.fromEntries(CHANGES.map((kind) => [kind, 0])) as Record<Change, number>;
  for (const { kinds } of entries) for (const kind of kinds) counts[kind] += 1;
  const listed = what ? entries.filter(({ kinds }) => kinds.includes(what)) : entries;
  const pages = Math.max(1, Math.ceil(listed.length / A_PAGE));
  const page = Math.min(wanted, pages);
  const shown = listed.slice((page - 1) * A_PAGE, page * A_PAGE);
  return {
    counts,
    page,
    pages,
    changed: entries.length,
    total: listed.length,
    actions: shownOf(db, reader, inFull(db, shown, window), window.to),
  };
}

/** The entries of a page in full. 2 statements. */
function inFull(db: Database, entries: readonly Entry[], window: DateRange): FullEntry[] {
  const refs = entries.flatMap(({ ref, changed }) => (changed ? [ref] : []));
  const full = new Map(compareFully(db, window, refs).map((change) => [change.ref, change]));
  return entries.map((entry) => ({ ...entry, change: full.get(entry.ref) ?? null }));
}

const kept = keptWhileUnchanged<Entry[]>(8);

/** The entries of a period, read once for all of its pages. What ends now ends for all with the newest event. 2 statements, or those of `entriesOf`. */
function keptEntries(db: Database, window: DateRange): Promise<Entry[]> {
  const [newest] = db.values<[number | null]>(sql`select max(at) from ${events}`);
  const to = window.to >= (newest?.[0] ?? 0) ? "now" : window.to;
  return kept(db, `${window.from} ${to}`, () => entriesOf(db, window));
}

/** Every action that changed, board by board, in the order of references. */
function* entriesOf(db: Database, window: DateRange): Steps<Entry[]> {
  const boards = boardsAt(db, window.to);
  yield;
  const entries = new Map<string, Entry>();
  const entry = (ref: string) => {
    const found = entries.get(ref) ?? {
      ref,
      board: boards.get(ref) as Board,
      kinds: [],
      changed: false,
      keyResults: [],
    };
    entries.set(ref, found);
    return found;
  };
  for (const change of compare(db, window)) {
    const kinds = kindsOf(change);
    if (kinds.length > 0) Object.assign(entry(change.ref), { changed: true, kinds });
  }
  yield;
  for (const keyResult of compareKeyResults(db, window)) {
    const of = entry(keyResult.ref);
    of.keyResults.push(keyResult);
    if (!of.kinds.includes("key-results")) of.kinds = [...of.kinds, "key-results"];
  }
  const place = ({ board, ref }: Entry) => BOARDS.indexOf(board) * 1e6 + Number(ref.split("-")[1]);
  return [...entries.values()].sort((a, b) => place(a) - place(b));
}

/** The entries of a page, in words. */
function shownOf(db: Database, { networks, language }: Reader, entries: readonly FullEntry[], to: number): Compared[] {
  const then = actionsAt(
    db,
    entries.map(({ ref }) => ref),
    to,
  );
  const known: Known = {
    language,
    networkName: (id) => networks.find((network) => network.id === id)?.names[language] ?? null,
    personName: nameOfPerson(db),
    budget: pageBudget(),
  };
  const say = speaker(db, entries, language);
  return entries.map(({ ref, board, change, keyResults }): Compared => {
    const fields = then.get(ref);
    return {
      ref,
      board,
      ...titleOf(fields, language),
      stage: fields?.stage ?? "proposed",
      lead: fields ? known.networkName(fields.lead) : null,
      entered: change?.entered ? say(change.entered, change.entered.causes) : null,
      steps: change && !change.entered ? stepsOf(change.fields, known, say) : [],
      keyResults: keyResults.map((one) => keyResultLine(one, known, say)),
    };
  });
}

type Say = (made: Made | null, causes: readonly Reason[]) => Said;

/** Names people and suggestions as the entries need them. 2 statements. */
function speaker(db: Database, entries: readonly FullEntry[], language: Language): Say {
  const made = entries.flatMap(({ change, keyResults }) => [
    ...(change?.entered ? [change.entered] : []),
    ...(change?.fields.map((field) => field.made) ?? []),
    ...keyResults.flatMap((one) => one.made ?? []),
  ]);
  const causes = entries.flatMap(({ change }) => [
    ...(change?.entered?.causes ?? []),
    ...(change?.fields.flatMap((field) => field.causes) ?? []),
  ]);
  const personIds = [...new Set(made.flatMap(({ byId }) => byId ?? []))];
  const suggestionIds = [...new Set(causes.flatMap((cause) => ("suggestion" in cause ? cause.suggestion : [])))];
  const names = new Map(
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, personIds))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const told = readDetails(db, "suggestion", suggestionIds, language);
  return (made, causes) => ({
    at: made?.at ?? 0,
    by: made?.byId ? (names.get(made.byId) ?? null) : null,
    because: causes.map((cause) =>
      "suggestion" in cause ? { ...cause, title: told.get(cause.suggestion)?.title ?? "" } : cause,
    ),
  });
}

/** The fields that differ, those together that the same event changed last, in the order of those events. */
function stepsOf(fields: readonly FieldChanged[], known: Known, say: Say): Step[] {
  const together = new Map<number, FieldChanged[]>();
  for (const field of fields) together.set(field.made.id, [...(together.get(field.made.id) ?? []), field]);
  const outcome = fields.find(({ field }) => field === "outcome");
  const staged = fields.some(({ field }) => field === "stage");
  const inOrder = [...together].sort(([a], [b]) => a - b);
  return inOrder.flatMap(([id, changed]): Step[] => {
    const stage = changed.find(({ field }) => field === "stage");
    const alone = !staged && changed.includes(outcome as FieldChanged);
    const told = changed.filter((field) => isTold(field));
    if (told.length === 0 && !alone) return [];
    const [first] = told.length > 0 ? told : changed;
    const causes = told.flatMap((field) => field.causes);
    return [
      {
        key: String(id),
        ...say((first as FieldChanged).made, distinct(causes)),
        moved: stage ? { from: stage.before as Stage, to: stage.after as Stage } : null,
        changes: changesOf(sideOf(told, "before"), sideOf(told, "after"), known),
        outcome: stage || alone ? spokenIn(outcome?.after as Translated | null, known.language) : null,
      },
    ];
  });
}

const sideOf = (fields: readonly FieldChanged[], side: "before" | "after") =>
  Object.fromEntries(fields.map((one) => [one.field, one[side]]));

const distinct = (causes: readonly Reason[]) =>
  causes.filter((cause, index) => causes.findIndex((one) => sameValue(one, cause)) === index);

function keyResultLine(one: KeyResultChanged, known: Known, say: Say): KeyResultLine {
  const { id, what, before, after, valueThen, valueNow, made } = one;
  return {
    id,
    what,
    valueThen,
    valueNow,
    ...nameIn(after.name, known.language),
    unit: after.unit,
    start: after.from,
    target: after.target,
    changes: what === "changed" && before ? changesOf({ ...before }, { ...after }, known) : [],
    ...say(made, []),
  };
}

/** What an action is called, in the reader's language or in the one in which it was written. */
function titleOf(fields: ActionFields | undefined, language: Language): { title: string; lang: Language | null } {
  const found = [language, fields?.sourceLanguage ?? language, ...LANGUAGES].find((one) => fields?.[`title.${one}`]);
  return { title: (found && fields?.[`title.${found}`]) ?? "", lang: found ? foreign(found, language) : null };
}

const spokenIn = (texts: Translated | null | undefined, language: Language) =>
  texts ? nameIn(texts, language).name || null : null;
