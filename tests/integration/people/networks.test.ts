import { describe, expect, test } from "vitest";
import { ancestorsOf, descendantsOf, variationFor } from "~/features/core/network-tree.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { createNetwork, editNetwork, type NewNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks, committeeSeats, publishedFigures } from "~/features/people/networks/queries.server.ts";
import { slugFrom } from "~/features/people/networks/schemas.ts";
import { createSeat, editSeat, removeSeat } from "~/features/people/networks/seats.server.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const by = { personId: admin.id, at: TODAY };
  const bySlug = (slug: string) => {
    const network = allNetworks(db).find((one) => one.slug === slug);
    if (!network) throw new Error(slug);
    return network;
  };
  return { db, admin, by, bySlug };
}

function network(parentId: number | null, more: Partial<NewNetwork> = {}): NewNetwork {
  const names = { nl: "Nieuw", fr: "Nouveau", es: "Nueva", en: "New" };
  return { slug: "new", kind: "national", parentId, names, country: null, variation: null, since: null, ...more };
}

describe("the tree of the seed", () => {
  test("has the networks that the report names, each with its levels, and nothing made up", () => {
    const { db, bySlug } = setUp();
    const networks = allNetworks(db);
    const count = (kind: string) => networks.filter((one) => one.kind === kind).length;
    expect([count("international"), count("continental"), count("national"), count("organisation")]).toEqual([
      1, 5, 8, 0,
    ]);
    expect(ancestorsOf(networks, bySlug("nepal").id).map(({ slug }) => slug)).toEqual(["nepal", "asia", "insp-r"]);
    expect(publishedFigures(db)).toMatchObject({ memberOrganisations: 97, nationalNetworks: 19, committeeSeats: 12 });
    expect(committeeSeats(db)).toHaveLength(12);
  });

  test("a branch is a network and all below it; the root’s is everything", () => {
    const { db, bySlug } = setUp();
    const networks = allNetworks(db);
    expect([...descendantsOf(networks, bySlug("asia").id)].sort()).toEqual(
      ["asia", "india", "nepal"].map((slug) => bySlug(slug).id).sort(),
    );
    expect(descendantsOf(networks, bySlug("insp-r").id).size).toBe(networks.length);
  });

  test("the wordmark’s variation comes from the continent", () => {
    const { db, bySlug } = setUp();
    const of = (slug: string) => variationFor(allNetworks(db), bySlug(slug).id);
    expect([of("guatemala"), of("benin"), of("belgium"), of("insp-r")]).toEqual([
      "América Latina",
      "Afrique",
      null,
      null,
    ]);
  });
});

describe("editing the tree", () => {
  test.each([
    ["national", "asia", true],
    ["organisation", "nepal", true],
    ["organisation", "asia", true],
    ["continental", "insp-r", true],
    ["national", "insp-r", false],
    ["national", "nepal", false],
    ["continental", "asia", false],
    ["organisation", "insp-r", false],
  ] as const)("a %s under %s: %s", (kind, under, fits) => {
    const { db, admin, by, bySlug } = setUp();
    const created = createNetwork(db, by, admin, network(bySlug(under).id, { kind }));
    expect(created.status).toBe(fits ? "saved" : "invalid");
    expect(allNetworks(db).some(({ slug }) => slug === "new")).toBe(fits);
  });

  test("there is one root, and an address is given once", () => {
    const { db, admin, by, bySlug } = setUp();
    expect(createNetwork(db, by, admin, network(null, { kind: "international" })).status).toBe("invalid");
    const taken = createNetwork(db, by, admin, network(bySlug("asia").id, { slug: "nepal" }));
    expect(taken).toEqual({ status: "invalid", problems: { slug: "slug-taken" } });
  });

  test("an edit records what changed and nothing else; an older version changes nothing", () => {
    const { db, admin, by, bySlug } = setUp();
    const { id, slug: _, version, ...nepal } = bySlug("nepal");
    expect(editNetwork(db, by, admin, id, version, { ...nepal, since: 2009 }).status).toBe("saved");
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "network.edited",
      before: { since: 2008 },
      after: { since: 2009 },
    });
    expect(editNetwork(db, by, admin, id, version, { ...nepal, since: 2010 })).toEqual({ status: "stale" });
    expect(bySlug("nepal").since).toBe(2009);
  });

  test("a network cannot come to stand under itself", () => {
    const { db, admin, by, bySlug } = setUp();
    const { id, slug: _, version, ...asia } = bySlug("asia");
    const under = editNetwork(db, by, admin, id, version, { ...asia, kind: "national", parentId: id });
    expect(under).toEqual({ status: "invalid", problems: { parentId: "parent-wrong" } });
  });

  test.each(["coordinator", "committee", "member", "observer"] as const)("a %s may not", (role) => {
    const { db, bySlug } = setUp();
    const viewer = someone(db, role, "asia", role === "coordinator" ? ["learning"] : []);
    const attempt = () => createNetwork(db, { personId: viewer.id, at: TODAY }, viewer, network(bySlug("asia").id));
    expect(attempt).toThrow(expect.objectContaining({ status: 403 }) as Refusal);
  });
});

describe("seats", () => {
  test("are added, changed and removed, each told by history", () => {
    const { db, admin, by, bySlug } = setUp();
    const seat = { networkId: bySlug("asia").id, holder: "A new holder", capacity: "representative" as const };
    const id = createSeat(db, by, admin, seat);
    editSeat(db, by, admin, id, { ...seat, holder: "Another holder" });
    removeSeat(db, by, admin, id);
    expect(committeeSeats(db)).toHaveLength(12);
    expect(
      db
        .select()
        .from(events)
        .all()
        .slice(-3)
        .map(({ kind }) => kind),
    ).toEqual(["seat.created", "seat.edited", "seat.removed"]);
  });

  test("that are not there are 404", () => {
    const { db, admin, by } = setUp();
    expect(() => removeSeat(db, by, admin, 999)).toThrow(expect.objectContaining({ status: 404 }) as Refusal);
  });
});

test("an address is made from a name", () => {
  expect(slugFrom("Côte d’Ivoire")).toBe("cote-d-ivoire");
  expect(slugFrom("  São Tomé & Príncipe  ")).toBe("sao-tome-principe");
});
