import fc from "fast-check";
import { expect, test } from "vitest";
import { BOARDS, ROLES } from "~/domain.ts";
import { mayWorkOn, type NetworkNode } from "~/features/core/policy.ts";
import { waitingFor } from "~/features/home/overview/overview.server.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { workSql } from "~/features/plan/policy-sql.server.ts";
import { actions } from "~db/schema.ts";
import { seededDatabase } from "../../support/database.ts";
import { edit, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

test("the condition for lists and the policy's function choose the same actions, whoever asks", () => {
  const db = seededDatabase();
  const networks = allNetworks(db);
  const node = (id: number) => networks.find((one) => one.id === id) as NetworkNode;
  const refs = db.select({ ref: actions.ref }).from(actions).all().slice(0, 12);
  const person = fc.record({
    role: fc.constantFrom(...ROLES),
    networkId: fc.constantFrom(...networks.map(({ id }) => id)),
    boards: fc.subarray([...BOARDS]),
    // Before each comparison some actions get another lead.
    leads: fc.array(fc.constantFrom(...networks.map(({ id }) => id)), { maxLength: refs.length }),
  });
  fc.assert(
    fc.property(person, ({ leads, ...who }) => {
      for (const [index, lead] of leads.entries())
        db.$client.prepare("update actions set lead_id = ? where ref = ?").run(lead, refs[index]?.ref);
      const viewer = asViewer({ id: "x", name: "X", email: "x@example.org", language: null, ...who }, networks, "");
      const byPolicy = db
        .select()
        .from(actions)
        .all()
        .filter(({ board, leadId }) => mayWorkOn(viewer, { board, lead: node(leadId) }))
        .map(({ ref }) => ref);
      const bySql = db
        .select({ ref: actions.ref })
        .from(actions)
        .where(workSql(viewer, networks))
        .all()
        .map(({ ref }) => ref);
      expect(bySql.sort()).toEqual(byPolicy.sort());
    }),
    { numRuns: 60 },
  );
});

test("an administrator below the root is told of what waits anywhere, as an administrator at the root is", () => {
  const db = seededDatabase();
  edit(db, "LOB-3", { lead: networkOf(db, "guatemala").id, due: "2020-Q1" });
  const networks = allNetworks(db);
  const all = { limit: 99, offset: 0 };
  const waits = (home: string) => waitingFor(db, someone(db, "admin", home), networks, "en", "2026-Q4", all).rows;
  expect(waits("nepal")).toEqual(waits("insp-r"));
  expect(waits("nepal").map(({ ref }) => ref)).toContain("LOB-3");
});
