import type { Database } from "~db/connection.ts";

const RUNS = ["get", "all", "run", "iterate"] as const;

/** How many statements a piece of work runs, those that were prepared before among them. */
export function statementsOf(db: Database, work: () => unknown): number {
  const counter = counting(db);
  try {
    work();
  } finally {
    counter.stop();
  }
  return counter.count();
}

/** As `statementsOf`, for work that is waited for. */
export async function statementsOfAsync(db: Database, work: () => Promise<unknown>): Promise<number> {
  const counter = counting(db);
  try {
    await work();
  } finally {
    counter.stop();
  }
  return counter.count();
}

/** Counts from now on, until it is stopped. */
function counting(db: Database) {
  // A better-sqlite3 statement has no class to ask for: what every statement inherits from is where each run passes.
  const statement = Object.getPrototypeOf(db.$client.prepare("select 1"));
  const originals = RUNS.map((name) => [name, statement[name]] as const);
  let count = 0;
  for (const [name, original] of originals) {
    statement[name] = function counted(...args: unknown[]) {
      count += 1;
      return original.apply(this, args);
    };
  }
  return { count: () => count, stop: () => Object.assign(statement, Object.fromEntries(originals)) };
}
