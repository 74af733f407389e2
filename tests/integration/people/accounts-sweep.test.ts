import { expect, test } from "vitest";
import { sweepAccounts } from "~/features/people/accounts/sweep.server.ts";
import { formDrafts, sessions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

const hoursFromNow = (hours: number) => new Date(+TODAY + hours * 3_600_000);

test("sweeping removes what has had its time, and nothing that is still good", () => {
  const db = seededDatabase();
  const { id: userId } = someone(db, "member", "nepal");
  for (const [id, hours] of [
    ["over", -1],
    ["live", 1],
  ] as const) {
    db.insert(sessions)
      .values({ id, token: id, userId, expiresAt: hoursFromNow(hours), createdAt: TODAY, updatedAt: TODAY })
      .run();
  }
  for (const [tokenHash, hours] of [
    ["forgotten", -25],
    ["waiting", -23],
  ] as const) {
    db.insert(formDrafts)
      .values({ tokenHash, path: "/", fields: [], createdAt: hoursFromNow(hours) })
      .run();
  }
  sweepAccounts(db, TODAY);
  expect(db.select({ id: sessions.id }).from(sessions).all()).toEqual([{ id: "live" }]);
  expect(db.select({ hash: formDrafts.tokenHash }).from(formDrafts).all()).toEqual([{ hash: "waiting" }]);
});
