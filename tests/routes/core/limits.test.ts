import { readdirSync } from "node:fs";
import { count } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { change } from "~/features/core/history/change.server.ts";
import { LIMITS, type LimitName, TooMany, use } from "~/features/core/limits.server.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { addEntry } from "~/features/tools/engine/mutations.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { action as dependencies } from "~/routes/plan/action-dependencies.tsx";
import { action as documents } from "~/routes/plan/action-documents.tsx";
import { action as milestones } from "~/routes/plan/action-milestones.tsx";
import { action as move } from "~/routes/plan/action-move.tsx";
import { action as newAction } from "~/routes/plan/action-new.tsx";
import { action as newEntry } from "~/routes/tools/register-new.tsx";
import { action as part } from "~/routes/tools/register-part.tsx";
import { entryParts, events } from "~db/schema.ts";
import type { EventKind } from "~db/stored/events.ts";
import { TODAY } from "../../support/database.ts";
import { PDF } from "../../support/files.ts";
import { folderOfFiles } from "../../support/folder-of-files.ts";
import { addPerson, ask, enter, networkId, openApp } from "../../support/routes.ts";

const app = openApp();
const LOB_3 = { path: "/actions/LOB-3", params: { ref: "LOB-3" } };

const administrator = () => addPerson(app.db, { role: "admin", network: "insp-r" });
const exhaust = (name: LimitName, id: string, times: number = LIMITS[name].most) => use(name, id, Date.now(), times);
const eventCount = () => app.db.select({ n: count() }).from(events).get()?.n;

describe("a form of each kind is counted by person", () => {
  const milestone = { intent: "add", "name.en": "Draft sent", day: "2027-01-15", state: "ahead" };
  test.each([
    [
      "action",
      newAction,
      { path: "/actions/new" },
      { "title.en": "One more", sourceLanguage: "en", stage: "proposed" },
    ],
    ["action-edit", move, LOB_3, { intent: "move", ref: "LOB-3", version: "2", stage: "planned" }],
    ["action-detail", milestones, LOB_3, milestone],
    ["action-detail", dependencies, LOB_3, { intent: "add", on: "LOB-4", why: "First that." }],
    ["document", documents, LOB_3, { intent: "link", url: "https://example.org/", title: "A page", kind: "link" }],
    ["entry", newEntry, { path: "/identity/new" }, { "title.en": "A mark", sort: "logo" }],
  ] as const)("%s", async (name, route, where, form) => {
    const { id } = administrator();
    const cookie = await enter(id);
    const before = eventCount();
    exhaust(name, id);
    const refused = await ask(route, { ...where, form: filled(form), cookie });
    expect([refused.status, eventCount()], JSON.stringify(refused.data)).toEqual([429, before]);
    expect(refused.data).toMatchObject({ reason: "too-often-kept", minutes: LIMITS[name].minutes });
  });

  /** With what every form of its kind asks for. */
  function filled(form: Record<string, string>): Record<string, string> {
    const network = String(networkId(app.db, "insp-r"));
    return { network, lead: network, board: "lobbying", level: "international", priority: "normal", ...form };
  }
});

describe("a change is counted", () => {
  const changeOf = (personId: string, kind: EventKind | null, size = 1, limits = { committed: false }) =>
    change(app.db, { personId, at: TODAY, limits }, (_, record) => {
      if (kind) record({ kind, before: null, after: { text: "x".repeat(size) } } as never);
    });

  test("against what it writes into history in a day", () => {
    const { id } = administrator();
    exhaust("history", id, LIMITS.history.most - 10_000);
    changeOf(id, "entry.created", 1000);
    const before = eventCount();
    expect(() => changeOf(id, "entry.created", 20_000)).toThrow(TooMany);
    expect(eventCount()).toBe(before);
    // What was refused is not counted.
    changeOf(id, "entry.created", 1000);
  });

  test("where it leaves nothing in history, too", () => {
    const { id } = administrator();
    exhaust("unrecorded", id, LIMITS.unrecorded.most - 1);
    changeOf(id, null);
    expect(() => changeOf(id, null)).toThrow(TooMany);
  });

  test("once, however many actions it is about, and not at all when it comes to nothing", () => {
    const { id: personId } = administrator();
    exhaust("action-edit", personId, LIMITS["action-edit"].most - 1);
    const failing = () =>
      change(app.db, { personId, at: TODAY, limits: { committed: false } }, () => {
        throw new Error("no");
      });
    expect(failing).toThrow("no");
    const edit = (times: number) =>
      change(app.db, { personId, at: TODAY, limits: { committed: false } }, (_, record) => {
        for (let at = 0; at < times; at++) record({ kind: "action.edited", before: {}, after: {} });
      });
    edit(5);
    expect(() => edit(1)).toThrow(TooMany);
  });

  test("and not refused where the same request has changed something already; the seed has no limits", () => {
    const { id: personId } = administrator();
    exhaust("entry", personId);
    changeOf(personId, "entry.created", 1, { committed: true });
    change(app.db, { personId, at: TODAY }, (_, record) => record({ kind: "entry.created", before: null, after: {} }));
  });
});

describe("a file that comes with a form", () => {
  const register = registerOf("proposals") as Register;

  function proposal(personId: string): number {
    const of = { title: { en: "A proposal" }, networkId: networkId(app.db, "insp-r"), refs: [] };
    return addEntry(app.db, { personId, at: TODAY }, null, register, { ...of, values: { stage: "draft" } });
  }

  async function upload(cookie: string, entry: number): Promise<number> {
    const body = new FormData();
    const fields = { intent: "add", name: "1", day: "2026-10-01", language: "en" };
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set("file", new File([new Uint8Array(PDF)], "draft.pdf"));
    const path = `/proposals/${entry}/parts/versions`;
    const args = {
      request: new Request(`http://127.0.0.1:3000${path}`, { method: "POST", body, headers: { Cookie: cookie } }),
      params: { register: "proposals", id: String(entry), kind: "versions" },
      context: { requestId: "1", nonce: "", address: "127.0.0.1", acceptedLanguage: "en" },
    };
    try {
      const answer = (await part(args as never)) as unknown as Response;
      return answer.status;
    } catch (thrown) {
      return (thrown as { init?: ResponseInit }).init?.status ?? (thrown as Response).status;
    }
  }

  test.each([
    ["upload", LIMITS.upload.most - 1],
    ["upload-bytes", LIMITS["upload-bytes"].most - PDF.length],
  ] as const)("is counted by %s, in the boards' tools as on an action", async (name, used) => {
    const folder = folderOfFiles();
    const { id } = administrator();
    const [cookie, entry] = [await enter(id), proposal(id)];
    exhaust(name, id, used);
    expect(await upload(cookie, entry)).toBe(302);
    const parts = app.db.select({ n: count() }).from(entryParts).get();
    expect(await upload(cookie, entry)).toBe(429);
    expect(app.db.select({ n: count() }).from(entryParts).get()).toEqual(parts);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
