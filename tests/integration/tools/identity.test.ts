import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { latestLines } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { sweepFiles } from "~/features/plan/documents/sweep.server.ts";
import { withUpload } from "~/features/plan/documents/upload.server.ts";
import { identity } from "~/features/tools/communication/identity/identity.ts";
import { currentVersions } from "~/features/tools/communication/identity/queries.server.ts";
import { newestFirst } from "~/features/tools/communication/identity/versions.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { networkChoices } from "~/features/tools/engine/form.server.ts";
import { removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { entryOf, listOf } from "~/features/tools/engine/pages.server.ts";
import { partByForm } from "~/features/tools/engine/part-form.server.ts";
import { fileOf, filesOfParts, partsOf, removePart } from "~/features/tools/engine/parts.server.ts";
import { findEntry } from "~/features/tools/engine/queries.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { EXE, PDF, PNG, pdfOf, SVG, svgWith, ZIP } from "../../support/files.ts";
import { folderOfFiles } from "../../support/folder-of-files.ts";
import { statementsOf } from "../../support/statements.ts";
import { by, formOf } from "../../support/suggestions.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

let folder = "";
beforeEach(() => {
  folder = folderOfFiles();
});

const MB = 1024 * 1024;
const KIND = "versions";
const DEFINITION = identity.parts.versions;

function setUp() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["communication"]);
  const networks = allNetworks(db);
  const looking = (viewer: Viewer, path = "/identity") => ({
    db,
    viewer,
    networks,
    language: "en" as const,
    at: TODAY,
    by: by(viewer),
    url: new URL(path, "http://127.0.0.1"),
  });
  const find = (q: string) => listOf(looking(coordinator, `/identity?q=${q}`), identity).entries.map(({ id }) => id);
  const [logo = 0] = find("one+logo");
  const send = (content: Buffer | null, name: string, more: Record<string, string> = {}, viewer = coordinator) => {
    const form = formOf({ intent: "add", day: "2026-11-01", changed: "The colours.", language: "en", ...more });
    form.set("file", new File(content ? [new Uint8Array(content)] : [], name));
    const request = new Request("http://here.invalid/", { method: "POST", body: form });
    const of = { entryId: logo, kind: KIND, definition: DEFINITION };
    return withUpload(request, { personId: null, at: TODAY }, (read, came) =>
      partByForm(looking(viewer), identity, of, read, came),
    );
  };
  return { db, coordinator, networks, looking, find, logo, send };
}

const partIn = (db: Database, entryId: number, name: string) =>
  partsOf(db, [entryId]).find(({ fields }) => (fields.file as { name: string }).name === name);

describe("a version comes with its file", () => {
  test.each([
    ["logo.svg", SVG, "image/svg+xml"],
    ["logo.png", PNG, "image/png"],
    ["charter.pdf", PDF, "application/pdf"],
    ["logos.zip", ZIP, "application/zip"],
  ])("%s is taken", async (name, content, mediaType) => {
    const { db, logo, send } = setUp();
    expect(await send(content, name)).toEqual({ ok: true });
    const file = fileOf(db, logo, partsOf(db, [logo])[0]?.id ?? 0);
    expect(file).toMatchObject({ name, mediaType, bytes: content.length });
    expect(readFileSync(join(folder, file?.sha256 ?? ""))).toEqual(content);
  });

  test.each([
    ["setup.exe", EXE, "file-kind-not-taken"],
    ["page.svg", Buffer.from("<html><svg></svg></html>"), "file-kind-not-taken"],
    ["nothing.svg", Buffer.alloc(0), "file-empty"],
    ["logo.svg", svgWith("<script>alert(1)</script>"), "drawing-runs"],
  ])("%s is refused, what was typed comes back, and nothing of it stays", async (name, content, problem) => {
    const { db, logo, send } = setUp();
    expect(await send(content, name, { day: "" })).toMatchObject({
      ok: false,
      status: 422,
      problems: { file: problem, day: "missing" },
      submitted: { changed: "The colours." },
    });
    expect(partsOf(db, [logo])).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("none is asked for, and one that is too large is said to be", async () => {
    const { db, logo, send } = setUp();
    expect(await send(null, "")).toMatchObject({ status: 422, problems: { file: "file-missing" } });
    expect(await send(pdfOf(10 * MB + 1), "large.pdf")).toMatchObject({
      status: 413,
      problems: { file: "file-too-large" },
      submitted: { day: "2026-11-01" },
    });
    expect([partsOf(db, [logo]), readdirSync(folder)]).toEqual([[], []]);
  });

  test("a form that breaks off leaves nothing", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const request = new Request("http://here.invalid/", { method: "POST", headers, body: "--x\r\nnothing" });
    expect(await withUpload(request, { personId: null, at: TODAY }, () => "done")).toBeNull();
    expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
  });
});

describe("a version that is changed", () => {
  test("keeps its file unless another comes, and is stale for who comes second", async () => {
    const { db, logo, send } = setUp();
    await send(SVG, "logo.svg");
    const part = String(partIn(db, logo, "logo.svg")?.id);
    const edit = { intent: "edit", part, version: "1", changed: "Said better." };
    expect(await send(null, "", edit)).toEqual({ ok: true });
    expect(partIn(db, logo, "logo.svg")?.fields).toMatchObject({ changed: "Said better.", file: { name: "logo.svg" } });
    expect(await send(PNG, "logo.png", edit)).toMatchObject({ status: 409, submitted: { changed: "Said better." } });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await send(PNG, "logo.png", { ...edit, version: "2" })).toEqual({ ok: true });
    expect(partIn(db, logo, "logo.png")?.fields.file).toMatchObject({ mediaType: "image/png", bytes: PNG.length });
    // The file that it had goes with the nightly sweep.
    expect([sweepFiles(db, TODAY, filesOfParts(db)), readdirSync(folder).length]).toEqual([1, 1]);
  });
});

test("the newest version is the current one, and of a day the one that was entered last", async () => {
  const { db, logo, find, send, looking, coordinator } = setUp();
  const [charter = 0] = find("strict");
  await send(PNG, "older.png", { day: "2026-01-01" });
  await send(SVG, "first.svg", { day: "2026-06-01" });
  await send(PDF, "second.pdf", { day: "2026-06-01" });
  await send(ZIP, "oldest.zip", { day: "2025-01-01" });
  expect(currentVersions(db, [logo, charter])).toMatchObject({ [logo]: { file: { name: "second.pdf" } } });
  expect(Object.keys(currentVersions(db, [logo, charter]))).toEqual([String(logo)]);
  const found = findEntry(db, identity, logo);
  if (!found) throw new Error("The seed has a logo.");
  const rows = entryOf(looking(coordinator), identity, found).parts[0]?.rows ?? [];
  const order = newestFirst(rows.map(({ id, values }) => ({ id, day: String(values.day), values })));
  expect(order.map(({ values }) => (values.file as { name: string }).name)).toEqual([
    "second.pdf",
    "first.svg",
    "older.png",
    "oldest.zip",
  ]);
});

test("the sweep leaves what a version names, of what was taken off the list too, and takes what a removed one named", async () => {
  const { db, logo, send, coordinator } = setUp();
  await send(SVG, "logo.svg");
  await send(PNG, "logo.png");
  expect(sweepFiles(db, TODAY, filesOfParts(db))).toBe(0);
  const part = partIn(db, logo, "logo.png");
  const target = { entryId: logo, kind: KIND, id: part?.id ?? 0, version: 1 };
  removePart(db, by(coordinator), coordinator, identity, target);
  removeEntry(db, by(coordinator), coordinator, identity, { id: logo, version: 1 }, null);
  expect(sweepFiles(db, TODAY, filesOfParts(db))).toBe(1);
  expect(readdirSync(folder)).toEqual([fileOf(db, logo, partIn(db, logo, "logo.svg")?.id ?? 0)?.sha256]);
  expect(fileOf(db, logo, part?.id ?? 0)).toBeUndefined();
});

test("those who coordinate communication keep it, and nobody else: nothing of their file stays", async () => {
  const { db, networks, logo, send, coordinator } = setUp();
  const own = (viewer: Viewer) => networkChoices(viewer, networks, "en", identity).own.map(({ slug }) => slug);
  expect(own(coordinator)).toEqual(["insp-r", "asia", "india", "nepal"]);
  for (const viewer of [
    someone(db, "observer", "asia"),
    someone(db, "member", "nepal"),
    someone(db, "committee", "asia"),
    someone(db, "coordinator", "asia", ["lobbying"]),
  ]) {
    expect(own(viewer)).toEqual([]);
    await expect(send(SVG, "logo.svg", {}, viewer)).rejects.toMatchObject({ status: 403 });
  }
  expect([partsOf(db, [logo]), readdirSync(folder)]).toEqual([[], []]);
});

test("is found by its words and the names of its files, told in history, and goes into a spreadsheet", async () => {
  const { db, networks, logo, find, send } = setUp();
  await send(SVG, "inspir-afrique.svg");
  expect(find("afrique+svg")).toEqual([logo]);
  const [line] = latestLines(db, { entryId: logo }, "nl", 5);
  expect(line?.kind).toBe("entry-part.added");
  expect(line?.changes).toContainEqual(
    expect.objectContaining({ name: "Bestand", after: "inspir-afrique.svg (1 kB)" }),
  );
  const filters = readFilters(identity, new URLSearchParams("sort=rule"), networks, "2026-11-24");
  const csv = String(entriesCsv(db, identity, filters, { networks, language: "nl", i18n: i18nFor("nl") }));
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain("Grafisch charter;INSP!R;Regel van het charter");
});

test("the list asks the same statements however many there are", async () => {
  const { db, logo, find, send } = setUp();
  const all = find("logo");
  const count = (ids: number[]) => statementsOf(db, () => currentVersions(db, ids));
  await send(SVG, "logo.svg");
  expect(await count(all)).toBe(await count([logo]));
});
