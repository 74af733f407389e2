import type { Database } from "~db/connection.ts";

interface Sides {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Rewrites what events say, as nobody can through the program: for databases of an earlier version, and damaged ones. */
export function rewriteHistory(db: Database, rewritten: (event: Sides & { id: number; kind: string }) => Sides): void {
  const { $client: client } = db;
  const rows = client.prepare("SELECT id, kind, before, after FROM events").all() as {
    id: number;
    kind: string;
    before: string | null;
    after: string | null;
  }[];
  const parsed = (json: string | null) => (json === null ? null : JSON.parse(json));
  const stored = (value: unknown) => (value === null ? null : JSON.stringify(value));
  unguarded(db, () => {
    for (const { id, kind, before, after } of rows) {
      const sides = rewritten({ id, kind, before: parsed(before), after: parsed(after) });
      client
        .prepare("UPDATE events SET before = ?, after = ? WHERE id = ?")
        .run(stored(sides.before), stored(sides.after), id);
    }
  });
}

/** Leaves of what an event says something that is no JSON, as a damaged disk might. */
export function breakEvent(db: Database, id: number): void {
  unguarded(db, () => db.$client.prepare("UPDATE events SET before = '{', after = '{' WHERE id = ?").run(id));
}

function unguarded({ $client: client }: Database, edit: () => void): void {
  const trigger = client.prepare("SELECT sql FROM sqlite_master WHERE name = 'events_are_not_edited'").pluck().get();
  client.exec("DROP TRIGGER events_are_not_edited");
  edit();
  client.exec(String(trigger));
}
