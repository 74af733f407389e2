/** Whether two values of JSON are equal; what is absent counts as null. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/**
 * Returns both sides of the fields that differ, a null where one lacks a field; null when nothing does.
 *
 * @param names the fields to compare: all that either side has, unless others are given
 */
export function differingFields<T extends object>(
  before: T,
  after: T,
  names: readonly (keyof T)[] = Object.keys({ ...before, ...after }) as (keyof T)[],
): { before: Partial<T>; after: Partial<T> } | null {
  const differing = names.filter((name) => !sameValue(before[name], after[name]));
  if (differing.length === 0) return null;
  const only = (side: T) => Object.fromEntries(differing.map((name) => [name, side[name] ?? null])) as Partial<T>;
  return { before: only(before), after: only(after) };
}
