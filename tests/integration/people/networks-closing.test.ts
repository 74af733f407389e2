import { describe, expect, test } from "vitest";
import { parseForm } from "~/features/core/forms.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { membershipChoices } from "~/features/people/accounts/choices.server.ts";
import { networkFiled, networkValues, parentChoices } from "~/features/people/networks/form.server.ts";
import {
  closeNetwork,
  createNetwork,
  editNetwork,
  isReferredTo,
  removeNetwork,
  reopenNetwork,
} from "~/features/people/networks/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { newNetworkSchema } from "~/features/people/networks/schemas.ts";
import { createSeat } from "~/features/people/networks/seats.server.ts";
import { formChoices } from "~/features/plan/actions/form.server.ts";
import { speakerChoices } from "~/features/suggestions/form.server.ts";
import { events, people } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { addOrganisation, by, edit, formOf, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const DAY = "2026-11-20";

function setUp() {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const of = (slug: string) => networkOf(db, slug);
  const close = (slug: string, more: { moveTo?: number | null; day?: string; version?: number } = {}) => {
    const { id, version } = of(slug);
    return closeNetwork(db, by(admin), admin, id, { version, day: DAY, why: "It has ended.", moveTo: null, ...more });
  };
  const history = () => db.select().from(events).all();
  return { db, admin, of, close, history };
}

const offered = (db: ReturnType<typeof seededDatabase>, viewer: Viewer) => {
  const asked = { viewer, networks: allNetworks(db), language: "en" as const, at: TODAY };
  return [
    formChoices(asked).leads,
    speakerChoices(asked).origins,
    membershipChoices(viewer, asked.networks, "en").networks,
    parentChoices(asked.networks, "en"),
  ].map((choices) => choices.map(({ id }) => id));
};

describe("closing a network", () => {
  test("moves its people, each with their event, and ends its being offered; what it leads keeps it", () => {
    const { db, admin, of, close, history } = setUp();
    const member = someone(db, "member", "nepal");
    edit(db, "LOB-3", { lead: of("nepal").id });
    expect(close("nepal", { moveTo: of("asia").id })).toMatchObject({ status: "saved", slug: "nepal" });
    expect(
      db
        .select()
        .from(people)
        .all()
        .find(({ id }) => id === member.id)?.networkId,
    ).toBe(of("asia").id);
    expect(history().slice(-2)).toMatchObject([
      { kind: "network.closed", networkId: of("nepal").id, why: "It has ended.", after: { closedOn: DAY } },
      { kind: "person.edited", personId: member.id, after: { networkId: of("asia").id } },
    ]);
    for (const ids of offered(db, admin)) expect(ids).not.toContain(of("nepal").id);
    // The form of an action that it leads keeps it.
    const asked = { viewer: admin, networks: allNetworks(db), language: "en" as const, at: TODAY };
    expect(formChoices(asked, [], [of("nepal").id]).leads.map(({ id }) => id)).toContain(of("nepal").id);
  });

  test("needs to know where its people go, an open network and not itself", () => {
    const { db, of, close } = setUp();
    someone(db, "member", "nepal");
    expect(close("nepal")).toMatchObject({ problems: { moveTo: "network-missing" } });
    expect(close("nepal", { moveTo: of("nepal").id })).toMatchObject({ problems: { moveTo: "not-a-choice" } });
    expect(close("india")).toMatchObject({ status: "saved" });
    expect(close("nepal", { moveTo: of("india").id })).toMatchObject({ problems: { moveTo: "not-a-choice" } });
  });

  test("waits until nothing works under it, no seat is its own, and the day has come; the root stays", () => {
    const { db, admin, of, close } = setUp();
    expect(close("asia")).toMatchObject({ problems: { form: "network-has-networks" } });
    createSeat(db, by(admin), admin, { networkId: of("guinea").id, holder: "Somebody", capacity: "representative" });
    expect(close("guinea")).toMatchObject({ problems: { form: "network-has-seats" } });
    expect(close("india", { day: "2026-12-01" })).toMatchObject({ problems: { day: "day-in-future" } });
    expect(close("insp-r")).toMatchObject({ problems: { form: "root-stays" } });
    expect(close("india", { version: 99 })).toEqual({ status: "stale" });
  });

  test("is for administrators, and can be taken back", () => {
    const { db, admin, of, close, history } = setUp();
    const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
    const { id, version } = of("india");
    expect(() =>
      closeNetwork(db, by(coordinator), coordinator, id, { version, day: DAY, why: "", moveTo: null }),
    ).toThrow(/may not edit networks/);
    close("india");
    expect(reopenNetwork(db, by(admin), admin, id, of("india").version)).toMatchObject({ status: "saved" });
    expect(of("india").closedOn).toBeNull();
    expect(history().at(-1)).toMatchObject({ kind: "network.reopened", before: { closedOn: DAY } });
  });
});

describe("removing a network", () => {
  test("takes away what nothing refers to, frees its address, and leaves its name in history", () => {
    const { db, admin, of, history } = setUp();
    const id = addOrganisation(db, "mistake", "nepal");
    expect(isReferredTo(db, id)).toBe(false);
    expect(removeNetwork(db, by(admin), admin, id, of("mistake").version)).toMatchObject({ status: "saved" });
    expect(allNetworks(db).some((one) => one.id === id)).toBe(false);
    expect(history().at(-1)).toMatchObject({ kind: "network.removed", networkId: id, before: { slug: "mistake" } });
    expect(addOrganisation(db, "mistake", "nepal")).not.toBe(id);
  });

  test("is refused while anything refers to it: people, actions, links, networks under it", () => {
    const { db, admin, of } = setUp();
    const remove = (slug: string) => removeNetwork(db, by(admin), admin, of(slug).id, of(slug).version);
    const used = { status: "invalid", problems: { form: "network-in-use" } };
    expect(remove("asia")).toEqual(used);
    const id = addOrganisation(db, "union", "nepal");
    someone(db, "member", "union");
    expect(isReferredTo(db, id)).toBe(true);
    expect(remove("union")).toEqual(used);
    addOrganisation(db, "forum", "nepal");
    edit(db, "LOB-4", { lead: of("forum").id });
    expect(remove("forum")).toEqual(used);
  });
});

describe("a network's kind", () => {
  test("cannot become one under which its own networks do not belong", () => {
    const { db, admin, of } = setUp();
    addOrganisation(db, "union", "nepal");
    const { id, version, slug: _, closedOn: __, closedWhy: ___, ...nepal } = of("nepal");
    const asOrganisation = { ...nepal, kind: "organisation" as const };
    expect(editNetwork(db, by(admin), admin, id, version, asOrganisation)).toEqual({
      status: "invalid",
      problems: { kind: "children-wrong" },
    });
    const india = of("india");
    const { slug: ____, ...fields } = { ...india, kind: "organisation" as const };
    expect(editNetwork(db, by(admin), admin, india.id, india.version, fields)).toMatchObject({ status: "saved" });
  });
});

test("a new network takes one proper name for all languages, and translations where they are given", () => {
  const { db, admin, of } = setUp();
  const form = { kind: "organisation", parentId: String(of("nepal").id), name: "SANGRAM" };
  const filed = (more: Record<string, string>) => {
    const parsed = parseForm(newNetworkSchema, formOf({ ...form, ...more }));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return networkFiled(parsed.value);
  };
  expect(filed({}).names).toEqual({ nl: "SANGRAM", fr: "SANGRAM", es: "SANGRAM", en: "SANGRAM" });
  expect(filed({ "name.fr": "Union des femmes" }).names).toMatchObject({ fr: "Union des femmes", nl: "SANGRAM" });
  expect(parseForm(newNetworkSchema, formOf({ ...form, name: " " }))).toMatchObject({
    problems: { name: "name-missing" },
  });
  createNetwork(db, by(admin), admin, { ...filed({ "name.fr": "Union" }), slug: "sangram" });
  expect(networkValues(of("sangram"))).toMatchObject({ name: "SANGRAM", "name.fr": "Union", "name.nl": "" });
});
