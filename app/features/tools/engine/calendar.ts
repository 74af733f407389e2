/** Something that lies on one day or several, as a calendar shows it. */
export interface Lasting {
  id: number;
  /** Its days, `2026-11-24`; the last is the first where it lasts one. */
  first: string;
  last: string;
}

/** What lies on a day: whether it begins and ends there, so that its days are seen to belong together. */
export type OnDay<L extends Lasting> = L & { begins: boolean; ends: boolean };

/** What lies on a day, in the order in which it began, so that what lasts stands at the same height from day to day. */
export function onDay<L extends Lasting>(day: string, all: readonly L[]): OnDay<L>[] {
  return all
    .filter(({ first, last }) => first <= day && day <= last)
    .sort((a, b) => a.first.localeCompare(b.first) || a.id - b.id)
    .map((one) => ({ ...one, begins: one.first === day, ends: one.last === day }));
}
