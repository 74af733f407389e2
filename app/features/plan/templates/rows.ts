/* The rows of a template's form: its key results and its milestones, each with its fields numbered. */

export type RowKind = "keyResult" | "milestone";

/** So many rows of each sort a template has at most. */
export const ROWS_MOST = 10;

/** So many quarters and months after its beginning an action of a template may still have something due. */
export const QUARTERS_MOST = 12;
export const MONTHS_MOST = 3 * QUARTERS_MOST;

/** Empty rows that a form offers below those that are filled in. */
const MORE_ROWS = 2;

/** Returns a name in each row that a form offers empty below the first `filled` ones. */
export function emptyRows(kind: RowKind, filled: number): Record<string, string> {
  const last = Math.min(filled + MORE_ROWS, ROWS_MOST);
  return Object.fromEntries(
    Array.from({ length: last - filled }, (_, i) => [rowName(kind, filled + i, "name.en"), ""]),
  );
}

/** Returns the name of a control in a row. */
export function rowName(kind: RowKind, at: number, field: string): string {
  return `${kind}.${at}.${field}`;
}

/** Returns how many rows of a sort the form shows: those that its values name, so that a form that comes back is as it was. */
export function rowsShown(kind: RowKind, values: Record<string, unknown>): number {
  const rows = Object.keys(values).flatMap((name) => {
    const [of, at] = name.split(".");
    return of === kind ? [Number(at) + 1] : [];
  });
  return Math.min(Math.max(0, ...rows.filter(Number.isInteger)), ROWS_MOST);
}
