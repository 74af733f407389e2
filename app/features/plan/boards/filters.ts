import { ACTION_KINDS, BOARDS, isOneOf, LEVELS, PRIORITIES, STAGES, type Stage } from "~/domain.ts";
import type { FilterName } from "~/features/plan/actions/fields.ts";
import { ASIDE, FLOW } from "~/features/plan/actions/stage.ts";
import { asSearch, PANEL } from "~/features/plan/panel/address.ts";
import type { BoardScope } from "./scope.ts";

/** What an action may want somebody's attention for, as the address names it. */
export const CONDITIONS = ["late", "due-now", "no-quarter", "no-check-in"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The filters that take any number of values: those by a field, by the stage, and by what wants attention. */
export type ListFilter = FilterName | "board" | "stage" | "is";

/** These filters, in the order in which they are offered. A list of its own: the browser needs no reader of the fields. */
export const FILTERS = [
  "board",
  "is",
  "stage",
  "priority",
  "level",
  "kind",
  "quarter",
  "network",
  "responsible",
  "label",
] as const satisfies readonly ListFilter[];

/** As many values of one filter are read as anybody chooses by hand. */
const MOST_VALUES = 50;

const oneOf =
  <const List extends readonly string[]>(list: List) =>
  (value: string): List[number] | null =>
    isOneOf(list, value) ? value : null;

/** How the address names each filter of a field; null for what does not fit. */
const READ = {
  /** Of the whole plan: a board has but one. */
  board: oneOf(BOARDS),
  is: oneOf(CONDITIONS),
  stage: oneOf(STAGES),
  level: oneOf(LEVELS),
  /** A network's slug: it and its branch. */
  network: (value: string) => value,
  priority: oneOf(PRIORITIES),
  kind: oneOf(ACTION_KINDS),
  label: (value: string) => value.trim().slice(0, 100),
  /** A person's id. */
  responsible: (value: string) => value.slice(0, 100),
  /** A due quarter. */
  quarter: (value: string) => (/^\d{4}-Q[1-4]$/.test(value) ? value : null),
} satisfies Record<ListFilter, (value: string) => string | null>;

/** The values that each filter lets through, any one of which an action must have; none lets all through. */
export type ListFilters = { [Name in ListFilter]: NonNullable<ReturnType<(typeof READ)[Name]>>[] };

/**
 * What a board shows, all of it in the URL, so that it can be bookmarked, mailed and gone back to, and survives a move:
 * the filters, how far each column is shown, which of the stages aside are unfolded, and whose form is open.
 */
export interface BoardFilters extends ListFilters {
  mine: boolean;
  q: string;
}

/** The ways to look at a board: columns of cards, rows, quarters. */
export const VIEWS = ["board", "table", "timeline"] as const;
export type View = (typeof VIEWS)[number];

export interface BoardState extends BoardFilters {
  view: View;
  /** How many cards of a column are shown, where more than the first ones. */
  shown: Partial<Record<Stage, number>>;
  /** The stages aside that are unfolded. */
  open: Stage[];
}

/** Cards of a column that the first answer carries: a screen and a half, so that one round trip fills the view. */
export const FIRST_CARDS = 12;
/** By how many a column grows each time that more are asked for. */
export const MORE_CARDS = 50;
export const MOST_CARDS = 2_000;

/** Reads a board's query string. What does not fit is left out: an old bookmark still shows the board. */
export function readBoardState(query: URLSearchParams, scope: BoardScope): BoardState {
  const view = query.get("view");
  return {
    view: isOneOf(VIEWS, view) ? view : "board",
    ...(Object.fromEntries(FILTERS.map((name) => [name, readValues(query, name)])) as ListFilters),
    ...(scope !== "plan" && { board: [] }),
    mine: query.has("mine"),
    q: (query.get("q") ?? "").trim().slice(0, 200),
    shown: readShown(query.get("shown") ?? ""),
    open: query.getAll("open").filter((stage): stage is Stage => isOneOf(ASIDE, stage)),
  };
}

function readValues(query: URLSearchParams, name: ListFilter): string[] {
  const values = query.getAll(name).map((value) => READ[name](value));
  return [...new Set(values.filter((value) => value !== null && value !== ""))].slice(0, MOST_VALUES) as string[];
}

/** How many values are filtered by. */
export function activeFilters(filters: BoardFilters): number {
  const single = [filters.mine, filters.q].filter(Boolean).length;
  return FILTERS.reduce((sum, name) => sum + filters[name].length, single);
}

/** The query string with which a column shows more of its cards. */
export function withMore(query: URLSearchParams, stage: Stage, showing: number): string {
  const shown = { ...readShown(query.get("shown") ?? ""), [stage]: showing + MORE_CARDS };
  return withParameter(
    query,
    "shown",
    Object.entries(shown)
      .map(([name, count]) => `${name}:${count}`)
      .join(","),
  );
}

/** The query string with which a stage aside is unfolded, or folded again. */
export function withCollapsed(query: URLSearchParams, stage: Stage): string {
  const next = new URLSearchParams(query);
  const open = new Set(query.getAll("open"));
  next.delete("open");
  if (!open.delete(stage)) open.add(stage);
  for (const one of open) next.append("open", one);
  return asSearch(next);
}

/** The query string with one parameter set, or taken away when the value is null. */
export function withParameter(query: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(query);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return asSearch(next);
}

/** A board's address, for the links and forms of its page: what belongs to one answer alone is left out. */
export function boardSearch(query: URLSearchParams): string {
  const next = new URLSearchParams(query);
  for (const name of OF_THE_MOMENT) next.delete(name);
  return asSearch(next);
}

/** What belongs to one answer: the action beside the list, the form that is open, what was just done, the boxes that a link has ticked. */
const OF_THE_MOMENT = [
  PANEL,
  "move",
  "moved",
  "plan",
  "replanned",
  "together",
  "undone",
  "all",
  "add",
  "added",
  "index",
];

/** What a view of its own adds to the filters, and keeps when these change. */
const OF_THE_VIEW = ["view", "columns", "sort", "group", "from"];

/** How much of a view is shown, which no other view and no view kept by name takes over. */
export const HOW_MUCH = ["page", "shown", "rows"];

/** The fields with which a form of filters keeps how the board is looked at. */
export function fieldsOfView(query: URLSearchParams): [name: string, value: string][] {
  return [...query].filter(([name]) => OF_THE_VIEW.includes(name));
}

/** The query string of the same filters in another view. */
export function withView(query: URLSearchParams, view: View): string {
  const next = new URLSearchParams(boardSearch(query));
  for (const name of [...HOW_MUCH, "view"]) next.delete(name);
  if (view !== "board") next.set("view", view);
  return asSearch(next);
}

export { asSearch };

function readShown(text: string): Partial<Record<Stage, number>> {
  const shown: Partial<Record<Stage, number>> = {};
  for (const part of text.split(",")) {
    const [stage, count] = part.split(":");
    if (isOneOf(STAGES, stage) && /^\d{1,5}$/.test(count ?? "")) shown[stage] = Math.min(Number(count), MOST_CARDS);
  }
  return shown;
}

/** The columns in the order in which a board has them. */
export const COLUMNS: readonly Stage[] = [...FLOW, ...ASIDE];
