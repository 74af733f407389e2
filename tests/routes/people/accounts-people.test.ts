import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { descendantsOf } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { editMembership, setSuspended } from "~/features/people/accounts/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { loader as peoplePage } from "~/routes/people/people.tsx";
import { action as changePerson, loader as personPage } from "~/routes/people/person.tsx";
import type { Database } from "~db/connection.ts";
import { events, people, sessions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { addPerson, ask, enter, networkId, openApp, problemsIn } from "../../support/routes.ts";

const app = openApp();

interface Shown {
  people: { id: string; name: string; email: string | null }[];
  total: number;
  page: number;
  pages: number;
}

async function list(as: string, query = "") {
  const { data } = await ask(peoplePage, { path: `/people${query}`, cookie: await enter(as) });
  return data as Shown;
}

const change = async (id: string, form: Record<string, string | string[]>, as = "eval-admin") =>
  ask(changePerson, { path: `/people/${id}`, params: { id }, form, cookie: await enter(as) });

const personNow = (id: string) => app.db.select().from(people).where(eq(people.id, id)).get();

const lastEvent = (db: Database = app.db) => db.select().from(events).orderBy(desc(events.id)).limit(1).get();

const membership = (network: string, more: Record<string, string | string[]> = {}) => ({
  role: "member",
  networkId: String(networkId(app.db, network)),
  version: "1",
  ...more,
});

describe("the list of people", () => {
  test.each(["eval-member-nepal", "eval-committee", "eval-observer"])("is not for %s", async (id) => {
    expect((await ask(peoplePage, { path: "/people", cookie: await enter(id) })).status).toBe(403);
  });

  test("shows a coordinator every name, and addresses within their own branch alone", async () => {
    const { people: shown } = await list("eval-coordinator-asia");
    const addressOf = (id: string) => shown.find((one) => one.id === id)?.email;
    expect(addressOf("eval-member-nepal")).toBe("member-nepal@evaluation.invalid");
    expect(addressOf("eval-member-guatemala")).toBeNull();
    expect((await list("eval-admin")).people.every(({ email }) => email)).toBe(true);
  });

  test("does not give an address away by being searched for it", async () => {
    expect((await list("eval-coordinator-asia", "?q=member-guatemala@")).total).toBe(0);
    expect((await list("eval-admin", "?q=member-guatemala@")).total).toBe(1);
  });

  test("finds a name without its accents, and takes a percent sign for what it is", async () => {
    const { id } = addPerson(app.db, { name: "Élodie 100% Ñandú" });
    const found = async (q: string) => (await list("eval-admin", `?${new URLSearchParams({ q })}`)).people;
    for (const q of ["elodie", "ÉLODIE", "nandu", "100%"]) expect((await found(q)).map((one) => one.id)).toEqual([id]);
    expect(await found("1%0")).toEqual([]);
  });

  test("filters by role, and by a network with all below it", async () => {
    const asia = await list("eval-admin", "?network=asia&role=member");
    expect(asia.people.map(({ id }) => id)).toContain("eval-member-nepal");
    expect(asia.people.map(({ id }) => id)).not.toContain("eval-coordinator-asia");
    expect(asia.people.map(({ id }) => id)).not.toContain("eval-member-guatemala");
  });

  test("goes over several pages, each person on one of them", async () => {
    for (let i = 0; i < 60; i++) addPerson(app.db, { name: `Page test ${i}` });
    const first = await list("eval-admin", "?q=page+test");
    const second = await list("eval-admin", "?q=page+test&page=2");
    expect([first.people.length, second.people.length, first.pages]).toEqual([50, 10, 2]);
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(60);
    expect((await list("eval-admin", "?q=page+test&page=99")).page).toBe(2);
  });
});

describe("changing somebody", () => {
  test("is for administrators, and not to themselves", async () => {
    const { id } = addPerson(app.db);
    expect((await change(id, membership("nepal"), "eval-coordinator-asia")).status).toBe(403);
    expect((await change("eval-admin", membership("insp-r"))).status).toBe(403);
    expect((await change("nobody", membership("nepal"))).status).toBe(404);
    expect(personNow(id)?.version).toBe(1);
  });

  test("saves role, network and boards, and history has what they were", async () => {
    const { id } = addPerson(app.db);
    const form = membership("asia", { role: "coordinator", boards: ["financing"] });
    expect((await change(id, form)).location).toBe("/people?done=saved");
    expect(personNow(id)).toMatchObject({ role: "coordinator", boards: ["financing"], version: 2 });
    expect(lastEvent()).toMatchObject({
      kind: "person.edited",
      actorId: "eval-admin",
      personId: id,
      before: { role: "member", networkId: networkId(app.db, "nepal"), boards: [] },
      after: { role: "coordinator", networkId: networkId(app.db, "asia"), boards: ["financing"] },
    });
  });

  test("that changes nothing makes no history", async () => {
    const { id } = addPerson(app.db);
    const before = lastEvent()?.id;
    expect((await change(id, membership("nepal"))).status).toBe(302);
    expect(lastEvent()?.id).toBe(before);
    expect(personNow(id)?.version).toBe(1);
  });

  test("names a network that there is, and a coordinator's boards", async () => {
    const { id } = addPerson(app.db);
    expect(problemsIn(await change(id, membership("nepal", { networkId: "99999" })))).toEqual({
      networkId: "not-a-choice",
    });
    expect(problemsIn(await change(id, membership("nepal", { role: "coordinator" })))).toEqual({
      boards: "boards-missing",
    });
  });

  test("after somebody else did shows both states, and saves when it is decided", async () => {
    const { id } = addPerson(app.db);
    await change(id, membership("guatemala", { role: "observer" }));
    const late = await change(id, membership("asia", { role: "committee" }));
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      theirs: { role: "observer", networkId: networkId(app.db, "guatemala") },
      submitted: { role: "committee", version: "2" },
    });
    expect(personNow(id)?.role).toBe("observer");
    expect((await change(id, membership("asia", { role: "committee", version: "2" }))).status).toBe(302);
    expect(personNow(id)?.role).toBe("committee");
  });
});

describe("suspending", () => {
  test("ends every session at once; restoring lets in again; history has both", async () => {
    const { id } = addPerson(app.db);
    await enter(id);
    const open = () => app.db.select().from(sessions).where(eq(sessions.userId, id)).all().length;
    expect(open()).toBe(1);
    expect((await change(id, { intent: "suspend" })).location).toBe(`/people/${id}`);
    expect(open()).toBe(0);
    expect(lastEvent()).toMatchObject({ kind: "person.suspended", personId: id });
    const page = await ask(personPage, { path: `/people/${id}`, params: { id }, cookie: await enter("eval-admin") });
    expect(page.data).toMatchObject({ person: { suspendedAt: expect.any(Number) } });
    await change(id, { intent: "restore" });
    expect(lastEvent()).toMatchObject({ kind: "person.restored", personId: id });
    await enter(id);
    expect(open()).toBe(1);
  });
});

test("of two administrators who put each other out, the second is told that they are the last", () => {
  const db = seededDatabase();
  const [one, other] = [addPerson(db, { role: "admin" }), addPerson(db, { role: "admin" })];
  const network = networkId(db, "insp-r");
  // Each as read at the beginning of their request, before the other's change.
  const viewer = (id: string): Viewer => ({
    id,
    name: "",
    email: "",
    role: "admin",
    networkId: network,
    boards: [],
    language: null,
    sessionId: "",
    branch: descendantsOf(allNetworks(db), network),
    line: new Set([network]),
  });
  const by = (id: string) => ({ personId: id, at: TODAY });
  expect(setSuspended(db, by(one.id), viewer(one.id), other.id, true).status).toBe("saved");
  const demoted = { id: one.id, version: 1, role: "member", networkId: network, boards: [] } as const;
  const last = { status: "invalid", problems: { role: "last-administrator" } };
  expect(editMembership(db, by(other.id), viewer(other.id), { ...demoted, boards: [] })).toEqual(last);
  expect(setSuspended(db, by(other.id), viewer(other.id), one.id, true)).toEqual({
    status: "invalid",
    problems: { form: "last-administrator" },
  });
  expect(db.select().from(people).where(eq(people.id, one.id)).get()).toMatchObject({
    role: "admin",
    suspendedAt: null,
  });
});
