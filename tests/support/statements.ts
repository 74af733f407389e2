import type { Database } from "~db/connection.ts";

const RUNS = ["get", "all", "run", "iterate"] as const;

/** How many statements a piece of work runs, those that were prepared before among them. */
export async function statementsOf(db: Database, work: () => unknown): Promise<number> {
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
  try {
    await work();
  } finally {
    Object.assign(statement, Object.fromEntries(originals));
  }
  return count;
}
