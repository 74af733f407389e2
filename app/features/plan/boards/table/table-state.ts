import { isOneOf } from "~/domain.ts";
import type { FieldColumnName } from "~/features/plan/actions/fields.ts";
import { pageFrom } from "~/ui/paging.ts";

export type ColumnName = FieldColumnName | "late" | "progress" | "updated";

/**
 * The columns beside the reference and the title, which every row has, in the order in which they are shown: true for those
 * that a table begins with.
 */
const COLUMNS: Record<ColumnName, boolean> = {
  stage: true,
  priority: true,
  kind: false,
  level: false,
  lead: true,
  responsible: false,
  labels: false,
  start: false,
  due: true,
  late: true,
  progress: true,
  updated: false,
};

export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

export const FIRST_COLUMNS: readonly ColumnName[] = COLUMN_NAMES.filter((name) => COLUMNS[name]);

export type SortName = "ref" | "title" | ColumnName;
export const SORTS: readonly SortName[] = ["ref", "title", ...COLUMN_NAMES];

export const GROUPS = ["stage", "lead", "priority", "quarter"] as const;
export type GroupName = (typeof GROUPS)[number];

/** How a table is looked at, all of it in the URL: `columns=stage,due`, `sort=-due` for the latest first, `group=lead`. */
export interface TableState {
  columns: ColumnName[];
  /** Null: as the board has them, stage by stage. */
  sort: { by: SortName; descending: boolean } | null;
  group: GroupName | null;
  page: number;
  /** Whether all rows are on one page, for printing them: `rows=all`. */
  whole: boolean;
}

/** Reads a table's part of a board's query string. What does not fit is left out: an old bookmark still shows the table. */
export function readTableState(query: URLSearchParams): TableState {
  // A form sends each box by itself, a link all of them in one.
  const named = query.getAll("columns").flatMap((value) => value.split(","));
  const chosen = COLUMN_NAMES.filter((name) => named.includes(name));
  const sort = query.get("sort") ?? "";
  const by = sort.replace(/^-/, "");
  const group = query.get("group");
  return {
    columns: query.has("columns") ? chosen : [...FIRST_COLUMNS],
    sort: isOneOf(SORTS, by) ? { by, descending: sort.startsWith("-") } : null,
    group: isOneOf(GROUPS, group) ? group : null,
    page: pageFrom(query),
    whole: query.get("rows") === "all",
  };
}

/** The value of `sort` that a column's header asks for: its order, or the reverse where it has that already. */
export function nextSort({ sort }: Pick<TableState, "sort">, by: SortName): string {
  return sort?.by === by && !sort.descending ? `-${by}` : by;
}

/** What a header says of its column to a screen reader; absent where the table is ordered by another. */
export function ariaSort({ sort }: Pick<TableState, "sort">, by: SortName): "ascending" | "descending" | undefined {
  if (sort?.by !== by) return undefined;
  return sort.descending ? "descending" : "ascending";
}
