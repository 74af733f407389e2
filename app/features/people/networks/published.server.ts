import { eq } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayEditNetworks, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { networks, settings } from "~db/schema/people.ts";
import { type Figures, readSetting } from "./queries.server.ts";

/* What the network publishes of itself: its figures and its committee's term. Each change stands in the history of the
 * international network. */

/**
 * Sets the figures that the network publishes of itself.
 *
 * @throws Refusal 403 for whoever may not edit networks
 */
export function editFigures(db: Database, by: By, viewer: Viewer, figures: Figures): void {
  allow(viewer);
  change(db, by, (tx, record) => {
    const before = readSetting<Record<string, unknown>>(tx, "figures") ?? {};
    // The figures that the form does not have stay as they are.
    const after = { ...before, ...figures };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    write(tx, "figures", after);
    record({ kind: "figures.edited", networkId: rootOf(tx), before, after });
  });
}

/**
 * Sets the committee's term, such as `2020–2021`; empty for none.
 *
 * @throws Refusal 403 for whoever may not edit networks
 */
export function editCommitteeTerm(db: Database, by: By, viewer: Viewer, term: string): void {
  allow(viewer);
  change(db, by, (tx, record) => {
    const before = readSetting<string>(tx, "committeeTerm") ?? "";
    if (before === term) return;
    write(tx, "committeeTerm", term);
    record({ kind: "committee-term.edited", networkId: rootOf(tx), before: { term: before }, after: { term } });
  });
}

function write(tx: Transaction, name: string, value: unknown): void {
  tx.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } }).run();
}

/** The international network: what it publishes is part of its history. */
function rootOf(tx: Transaction): number | null {
  return tx.select({ id: networks.id }).from(networks).where(eq(networks.kind, "international")).get()?.id ?? null;
}

function allow(viewer: Viewer): void {
  if (!mayEditNetworks(viewer)) throw new Refusal(403, `${viewer.role} may not edit what the network publishes`);
}
