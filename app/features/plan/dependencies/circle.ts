/** Which actions each action waits for, by their ids. */
export type Waits = ReadonlyMap<number, readonly number[]>;

/**
 * The circle that an action would be in if it waited for another: from itself over all that each waits for, the shortest
 * way, back to itself. Null where there would be none.
 *
 * @param waits what waits for what already
 */
export function circleWith(waits: Waits, waiting: number, on: number): number[] | null {
  const cameFrom = new Map<number, number | null>([[on, null]]);
  const toVisit = [on];
  for (let next = toVisit.shift(); next !== undefined; next = toVisit.shift()) {
    if (next === waiting) return [waiting, ...wayTo(next, cameFrom)];
    for (const one of waits.get(next) ?? []) {
      if (cameFrom.has(one)) continue;
      cameFrom.set(one, next);
      toVisit.push(one);
    }
  }
  return null;
}

function wayTo(end: number, cameFrom: ReadonlyMap<number, number | null>): number[] {
  const way: number[] = [];
  for (let one: number | null = end; one !== null; one = cameFrom.get(one) ?? null) way.unshift(one);
  return way;
}
