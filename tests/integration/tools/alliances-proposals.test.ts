import { describe, expect, test } from "vitest";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { withUpload } from "~/features/plan/documents/upload.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { parseEntry } from "~/features/tools/engine/form.server.ts";
import { addEntry } from "~/features/tools/engine/mutations.server.ts";
import { entryOf, listOf } from "~/features/tools/engine/pages.server.ts";
import { partByForm } from "~/features/tools/engine/part-form.server.ts";
import { partsOf } from "~/features/tools/engine/parts.server.ts";
import { findEntry } from "~/features/tools/engine/queries.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { alliances } from "~/features/tools/financing/alliances/alliances.ts";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { proposals } from "~/features/tools/financing/proposals/proposals.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { PDF, ZIP } from "../../support/files.ts";
import { folderOfFiles } from "../../support/folder-of-files.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

function scene() {
  const db = seededDatabase();
  const networks = allNetworks(db);
  const idOf = (slug: string) => networks.find((one) => one.slug === slug)?.id ?? 0;
  const as = (viewer: ReturnType<typeof someone>, query = "") => ({
    db,
    viewer,
    networks,
    language: "en" as const,
    by: { personId: viewer.id, at: TODAY },
    at: TODAY,
    url: new URL(`http://here.invalid/?${query}`),
  });
  const member = someone(db, "member", "nepal");
  const enter = (register: Register, network: string, values: Record<string, unknown>, title = "Common studies") =>
    addEntry(db, { personId: member.id, at: TODAY }, null, register, {
      title: { en: title },
      networkId: idOf(network),
      refs: ["FIN-2"],
      values,
    });
  return { db, networks, idOf, as, member, enter };
}

const form = (fields: Record<string, string | number>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, String(value));
  return data;
};

describe("alliances", () => {
  test("the seed names the partners of the plan's financing, and says nothing of where they stand", () => {
    const { as, member } = scene();
    const { entries } = listOf(as(member), alliances);
    expect(entries.map(({ title, refs, values }) => [title, refs, values])).toEqual([
      ["European Union", ["FIN-4"], {}],
      ["International Labour Organization (ILO)", ["FIN-4"], {}],
      ["UNICEF", ["FIN-4"], {}],
    ]);
  });

  test("each network enters its own, and tells of contacts with those of others", () => {
    const { db, as, idOf, member, enter } = scene();
    const own = form({ "title.en": "A foundation", network: idOf("nepal"), standing: "talking" });
    expect(parseEntry(as(member), alliances, own).ok).toBe(true);
    const others = form({ "title.en": "A foundation", network: idOf("benin") });
    expect(parseEntry(as(member), alliances, others)).toMatchObject({ problems: { network: "not-your-network-here" } });

    const id = enter(alliances, "insp-r", { standing: "idea" });
    const of = { entryId: id, kind: "contacts", definition: alliances.parts.contacts };
    const contact = {
      intent: "add",
      network: idOf("nepal"),
      day: "2026-10-02",
      about: "A first talk.",
      language: "en",
    };
    expect(partByForm(as(member), alliances, of, form(contact))).toEqual({ ok: true });
    expect(partsOf(db, [id])).toMatchObject([{ networkId: idOf("nepal"), fields: { about: "A first talk." } }]);
    expect(() => partByForm(as(member), alliances, of, form({ ...contact, network: idOf("benin") }))).toThrow(
      /may not/,
    );
  });

  test("are found by their words and narrowed by where they stand", () => {
    const { as, member, enter } = scene();
    enter(alliances, "nepal", { standing: "talking", kind: "donor", what: { en: "Studies of informal work" } });
    const found = (query: string) => listOf(as(member, query), alliances).entries.map(({ title }) => title);
    expect(found("q=informal")).toEqual(["Common studies"]);
    expect(found("standing=talking&kind=donor")).toEqual(["Common studies"]);
    expect(found("standing=ended")).toEqual([]);
  });
});

describe("joint proposals", () => {
  test("belong to streams and alliances that there are, which lead back to them", () => {
    const { db, as, idOf, member, enter } = scene();
    const stream = enter(funding, "insp-r", { donor: "ILO", stage: "idea", currency: "EUR" }, "Visits");
    const ally = enter(alliances, "insp-r", {}, "A foundation");
    const fields = { "title.en": "Common visits", network: idOf("nepal"), stage: "draft" };
    const parsed = parseEntry(as(member), proposals, form({ ...fields, streams: `E-${stream}`, allies: `E-${ally}` }));
    if (!parsed.ok) throw new Error("It should have been read.");
    const id = addEntry(db, as(member).by, member, proposals, parsed.value);
    const found = findEntry(db, funding, stream);
    if (!found) throw new Error("It should be there.");
    expect(entryOf(as(member), funding, found).leading).toMatchObject([{ id, register: "proposals" }]);
    // An alliance is no stream.
    expect(parseEntry(as(member), proposals, form({ ...fields, streams: `E-${ally}` }))).toMatchObject({
      problems: { streams: "unknown-entries" },
      about: { streams: `E-${ally}` },
    });
  });

  test("a version brings its text or its link, and whoever owns the proposal enters it", () => {
    const { db, as, member, enter } = scene();
    const id = enter(proposals, "nepal", { stage: "draft" });
    const of = { entryId: id, kind: "versions", definition: proposals.parts.versions };
    const version = { intent: "add", name: "1", day: "2026-10-01", changed: "The first.", language: "en" };
    expect(partByForm(as(member), proposals, of, form(version))).toMatchObject({
      ok: false,
      status: 422,
      problems: { body: "missing" },
      submitted: { changed: "The first." },
    });
    expect(partByForm(as(member), proposals, of, form({ ...version, body: "We propose." }))).toEqual({ ok: true });
    const second = { ...version, name: "2", link: "https://example.org/2" };
    expect(partByForm(as(member), proposals, of, form(second))).toEqual({ ok: true });
    const other = someone(db, "member", "benin");
    expect(() => partByForm(as(other), proposals, of, form({ ...version, body: "Ours." }))).toThrow(/may not/);
    expect(partsOf(db, [id]).map(({ fields }) => fields.name)).toEqual(["1", "2"]);
    const { lines } = readHistory(db, { entryId: id }, readHistoryFilters(new URLSearchParams()), "en");
    expect(lines.map(({ kind, about }) => [kind, about])).toEqual([
      ["entry-part.added", "Versions"],
      ["entry-part.added", "Versions"],
      ["entry.created", null],
    ]);
  });

  test("a version can be a file alone, which stays when only its words are changed", async () => {
    folderOfFiles();
    const { db, as, member, enter } = scene();
    const id = enter(proposals, "nepal", { stage: "draft" });
    const of = { entryId: id, kind: "versions", definition: proposals.parts.versions };
    const version = { name: "1", day: "2026-10-01", language: "en" };
    const send = (fields: Record<string, string>, file: File) => {
      const body = form(fields);
      body.set("file", file);
      const request = new Request("http://here.invalid/", { method: "POST", body });
      return withUpload(request, { personId: null, at: TODAY }, (read, came) =>
        partByForm(as(member), proposals, of, read, came),
      );
    };
    const draft = new File([new Uint8Array(PDF)], "draft.pdf");
    expect(await send({ intent: "add", ...version }, draft)).toEqual({ ok: true });
    const [part] = partsOf(db, [id]);
    expect(part?.fields.file).toMatchObject({ name: "draft.pdf", mediaType: "application/pdf" });
    const change = { intent: "edit", part: String(part?.id), version: "1", ...version, changed: "Its name." };
    expect(await send(change, new File([], ""))).toEqual({ ok: true });
    expect(partsOf(db, [id])[0]?.fields).toMatchObject({ changed: "Its name.", file: { name: "draft.pdf" } });
    // An archive is taken for the visual identity alone.
    expect(await send({ intent: "add", ...version }, new File([new Uint8Array(ZIP)], "all.zip"))).toMatchObject({
      status: 422,
      problems: { file: "file-type-not-taken" },
    });
  });

  test("networks review in their own name alone, with a verdict", () => {
    const { db, as, idOf, enter } = scene();
    const id = enter(proposals, "nepal", { stage: "in-review" });
    const benin = someone(db, "member", "benin");
    const of = { entryId: id, kind: "reviews", definition: proposals.parts.reviews };
    const review = { intent: "add", network: idOf("benin"), day: "2026-10-02", language: "en", remarks: "Name them." };
    expect(partByForm(as(benin), proposals, of, form(review))).toMatchObject({ problems: { verdict: "missing" } });
    const given = { ...review, verdict: "asks-for-changes" };
    expect(partByForm(as(benin), proposals, of, form(given))).toEqual({ ok: true });
    expect(() => partByForm(as(benin), proposals, of, form({ ...given, network: idOf("guinea") }))).toThrow(/may not/);
  });

  test("the spreadsheet has no formula", () => {
    const { db, networks, enter } = scene();
    enter(proposals, "nepal", { stage: "draft", owner: "+1" }, "=1+1");
    const filters = readFilters(proposals, new URLSearchParams(), networks, "2026-11-24");
    const csv = entriesCsv(db, proposals, filters, { networks, language: "en", i18n: i18nFor("en") }).toString();
    expect(csv).toContain("Draft");
    expect(csv).not.toMatch(/(^|[,;"])[=+]1/m);
  });
});
