import type { Database } from "../connection.ts";
import { nameKeyResults } from "./key-results.ts";
import { numberSubjects } from "./numbers.ts";

type Client = Database["$client"];

/** What brings the payloads of events from one shape to the next, the oldest first. A step that was released never changes. */
const STEPS: readonly ((client: Client) => void)[] = [nameKeyResults, numberSubjects];

/**
 * Brings the payloads of old events into the shape that this program reads (docs/decisions/0037-typed-events.md). History is
 * append-only for everybody else: the trigger that refuses an edit is lifted and restored within the one transaction, so
 * that no other connection ever sees the table without it.
 */
export function upgradeHistory({ $client: client }: Database): void {
  if (formatOf(client) >= STEPS.length) return;
  const upgrade = client.transaction(() => {
    // Another process may have done it while this one waited for the lock.
    const from = formatOf(client);
    if (from >= STEPS.length) return;
    const triggers = client
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name = 'events_are_not_edited'")
      .all() as { name: string; sql: string }[];
    for (const { name } of triggers) client.exec(`DROP TRIGGER ${name}`);
    for (const step of STEPS.slice(from)) step(client);
    for (const { sql } of triggers) client.exec(sql);
    client.prepare("UPDATE history_format SET version = ?").run(STEPS.length);
  });
  upgrade.immediate();
}

function formatOf(client: Client): number {
  return Number(client.prepare("SELECT version FROM history_format").pluck().get());
}
