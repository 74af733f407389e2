import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readHistory } from "~/features/core/history/queries.server.ts";
import { readNotices } from "~/features/core/notifications/queries.server.ts";
import { sentenceOf } from "~/features/core/notifications/sentences.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { editProfile } from "~/features/people/accounts/mutations.server.ts";
import { editNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { editConflict, fieldsNow } from "~/features/plan/actions/edit-conflict.server.ts";
import { editAction } from "~/features/plan/actions/mutations.server.ts";
import { commentOnAction } from "~/features/plan/comments/mutations.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { notices, people } from "~db/schema.ts";
import { seededDatabase } from "../../support/database.ts";
import { giveVoice, minute } from "../../support/notices.ts";
import { actionOf, by, editOf, newAction, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function edited(db: Database, who: Viewer, changes: { priority?: "high" | "low"; due?: string }, at: Date): void {
  const action = actionOf(db, "LOB-1");
  const input = { ...editOf(action), ...changes };
  expect(editAction(db, by(who, at), who, { ref: "LOB-1", version: action.version, input }).status).toBe("saved");
}

test("an edit conflict names who changed the fields in conflict, not who commented or changed others since", () => {
  const db = seededDatabase();
  const rival = someone(db, "coordinator", "insp-r", ["lobbying"]);
  const other = someone(db, "admin", "insp-r");
  const member = someone(db, "member", "nepal");
  const first = actionOf(db, "LOB-1");
  const { id, version } = first;
  edited(db, rival, { priority: "high" }, minute(1));
  edited(db, other, { due: "2028-Q4" }, minute(2));
  commentOnAction(db, by(member, minute(3)), member, { actionId: id, text: "Good.", language: "en" } as never);
  const conflict = (submitted: object) =>
    editConflict(db, { networks: allNetworks(db), language: "en" }, actionOf(db, "LOB-1"), version, {
      ...fieldsNow(first),
      ...submitted,
    });
  expect(conflict({ priority: "low" })).toMatchObject({ by: rival.name, at: +minute(1) });
  expect(conflict({ due: "2029-Q1" })).toMatchObject({ by: other.name, at: +minute(2) });
  editProfile(db, by(rival, minute(4)), rival, { name: "Another name", language: "en" });
  expect(conflict({ priority: "low" }).by).toBe(rival.name);
});

test("notices and history name the network for which somebody spoke, and everybody as they were called then", () => {
  const db = seededDatabase();
  const author = someone(db, "member", "guatemala");
  const supporter = someone(db, "member", "nepal");
  const admin = someone(db, "admin", "insp-r");
  const id = suggest(db, author, newAction("Health cover for home workers"));
  giveVoice(db, supporter, id, minute(1));
  const told = () =>
    readNotices(db, eq(notices.personId, author.id), "en").map((one) => sentenceOf(i18nFor("en"), one).text);
  const history = () =>
    readHistory(db, { suggestionId: id }, { by: null, kind: "suggestion.supported", page: 1 }, "en").lines;
  const sentence = "member, nepal supports it, for Nepal.";
  expect(told()).toEqual([sentence]);
  expect(history()).toMatchObject([{ by: "member, nepal", network: "Nepal" }]);
  // The person moves to another network and takes another name, and the network is renamed.
  editProfile(db, by(supporter, minute(2)), supporter, { name: "Another name", language: "en" });
  const asia = allNetworks(db).find(({ slug }) => slug === "asia");
  db.update(people)
    .set({ networkId: asia?.id ?? 0 })
    .where(eq(people.id, supporter.id))
    .run();
  const nepal = allNetworks(db).find(({ slug }) => slug === "nepal");
  if (!nepal) throw new Error("The seed has Nepal.");
  const { id: networkId, slug: _, version, ...rest } = nepal;
  const names = { nl: "A", fr: "B", es: "C", en: "D" };
  editNetwork(db, by(admin, minute(3)), admin, networkId, version, { ...rest, names });
  expect(told()).toEqual([sentence]);
  expect(history()).toMatchObject([{ by: "member, nepal", network: "Nepal" }]);
});
