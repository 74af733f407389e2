import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { contentOf, discard, receive } from "~/features/plan/documents/files.server.ts";
import { documentByForm } from "~/features/plan/documents/form.server.ts";
import { removeDocument } from "~/features/plan/documents/mutations.server.ts";
import { documentsOf, findFile } from "~/features/plan/documents/queries.server.ts";
import { sweepFiles, sweepRemains } from "~/features/plan/documents/sweep.server.ts";
import type { Database } from "~db/connection.ts";
import { documents, events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import {
  compoundOf,
  DOC,
  DOCM,
  DOCX,
  EXE,
  filmOf,
  JPEG,
  ODT,
  PDF,
  PNG,
  PPT,
  pdfOf,
  SCRIPT,
  slidesOf,
  streamOf,
  workbookOf,
  XLS,
  ZIP,
} from "../../support/files.ts";
import { folderOfFiles } from "../../support/folder-of-files.ts";
import { toldTo } from "../../support/notices.ts";
import { actionOf, by, formOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

let folder = "";
beforeEach(() => {
  folder = folderOfFiles();
});

const MB = 1024 * 1024;

function setUp() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["learning"]);
  const { id: actionId } = actionOf(db, "LRN-2");
  const send = (body: FormData, viewer: Viewer = coordinator, at = TODAY) =>
    documentByForm({ db, by: by(viewer, at), viewer, request: requestOf(body) }, actionId);
  const sendFile = (
    content: Buffer,
    name: string,
    more: Record<string, string> = {},
    viewer = coordinator,
    at = TODAY,
  ) => send(withFile(content, name, more), viewer, at);
  return { db, coordinator, actionId, send, sendFile };
}

const requestOf = (body: BodyInit) => new Request("http://here.invalid/", { method: "POST", body });

function withFile(content: Buffer, name: string, more: Record<string, string> = {}): FormData {
  const form = formOf({ intent: "file", title: "A report", language: "en", source: "Geneva", ...more });
  form.set("file", new File([new Uint8Array(content)], name));
  return form;
}

const link = (more: Record<string, string> = {}) => {
  const form = new URLSearchParams({ intent: "link", title: "An article", url: "https://example.org/a", ...more });
  return form as unknown as FormData;
};

const rowsOf = (db: Database) => db.select().from(documents).all();
const eventsOf = (db: Database) =>
  db
    .select()
    .from(events)
    .all()
    .filter(({ kind }) => kind.startsWith("document."));

test("a new document is told to those who follow the action, once, and not to whoever adds it", async () => {
  const { db, coordinator, actionId, send, sendFile } = setUp();
  const [follower, other] = [someone(db, "observer", "insp-r"), someone(db, "member", "nepal")];
  for (const { id } of [follower, coordinator]) follow(db, id, actionSubject(actionId));
  await sendFile(PDF, "report.pdf");
  expect([toldTo(db, follower), toldTo(db, coordinator), toldTo(db, other)]).toEqual([
    ["document.added as follower"],
    [],
    [],
  ]);
  await send(link());
  expect(toldTo(db, follower)).toHaveLength(2);
});

describe("a file is what its content shows", () => {
  test.each([
    ["report.pdf", PDF, "application/pdf"],
    ["photo.png", PNG, "image/png"],
    ["letter.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["letter.odt", ODT, "application/vnd.oasis.opendocument.text"],
    ["letter.doc", DOC, "application/msword"],
    ["budget.xls", XLS, "application/vnd.ms-excel"],
    ["talk.ppt", PPT, "application/vnd.ms-powerpoint"],
  ])("%s is taken", async (name, content, mediaType) => {
    const { db, sendFile } = setUp();
    expect(await sendFile(content, name)).toMatchObject({ ok: true, done: "added" });
    expect(rowsOf(db)).toMatchObject([{ fileName: name, mediaType, bytes: content.length }]);
    expect(readFileSync(join(folder, rowsOf(db)[0]?.sha256 ?? ""))).toEqual(content);
  });

  test.each([
    ["report.docx", PDF, "report.pdf", "application/pdf"],
    ["photo.pdf", PNG, "photo.png", "image/png"],
    ["Compte rendu 12.05.2024", PDF, "Compte rendu 12.05.2024.pdf", "application/pdf"],
    ["scan.pdf", Buffer.concat([Buffer.from("\r\n"), PDF]), "scan.pdf", "application/pdf"],
    ["mail.pdf", Buffer.concat([Buffer.alloc(1000, "x"), PDF]), "mail.pdf", "application/pdf"],
    ["photo.jfif", JPEG, "photo.jpg", "image/jpeg"],
    ["IMG_1.heic", filmOf("mif1", "mif1", "heic"), "IMG_1.heic", "image/heic"],
    ["IMG_2.HEIF", filmOf("msf1", "hevc"), "IMG_2.heif", "image/heic"],
    ["IMG_3", filmOf("heim", "heic"), "IMG_3.heic", "image/heic"],
  ])("%s is taken for what it is, and its name follows", async (name, content, fileName, mediaType) => {
    const { db, sendFile } = setUp();
    expect(await sendFile(content, name)).toMatchObject({ ok: true, done: "added" });
    expect(rowsOf(db)).toMatchObject([{ fileName, mediaType }]);
  });

  test("signs of its name that a browser writes otherwise come back as they were chosen", async () => {
    const { db, sendFile } = setUp();
    await sendFile(PDF, 'The "new" plan 100%25.pdf', { title: "" });
    expect(rowsOf(db)).toMatchObject([{ fileName: "The 'new' plan 100%25.pdf" }]);
  });

  test.each([
    ["script.pdf", SCRIPT, "file-type-not-taken"],
    ["setup.docx", EXE, "file-type-not-taken"],
    ["archive.docx", ZIP, "file-type-not-taken"],
    ["macros.docx", DOCM, "file-type-not-taken"],
    ["setup.doc", compoundOf({ "!_StringData": Buffer.from("An installer.") }), "file-type-not-taken"],
    ["broken.doc", DOC.subarray(0, 700), "file-type-not-taken"],
    ["macros.doc", compoundOf({ WordDocument: Buffer.from("A letter."), Macros: null }), "file-has-macros"],
    ["macros.xls", compoundOf({ Workbook: workbookOf(0), _VBA_PROJECT_CUR: null }), "file-has-macros"],
    ["excel4.xls", compoundOf({ Workbook: workbookOf(1) }), "file-has-macros"],
    ["macros.ppt", compoundOf({ "PowerPoint Document": slidesOf(true) }), "file-has-macros"],
    ["drawing.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "file-type-not-taken"],
    ["film.heic", filmOf("isom", "mp42"), "file-type-not-taken"],
    ["nothing.pdf", Buffer.alloc(0), "file-empty"],
  ])("%s is refused, and nothing of it stays", async (name, content, problem) => {
    const { db, sendFile } = setUp();
    expect(await sendFile(content, name)).toMatchObject({
      ok: false,
      status: 422,
      intent: "file",
      problems: { file: problem },
      submitted: { title: "A report", source: "Geneva" },
    });
    expect(rowsOf(db)).toEqual([]);
    expect(eventsOf(db)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("none chosen: a browser sends one without a name", async () => {
    const { sendFile } = setUp();
    expect(await sendFile(Buffer.alloc(0), "")).toMatchObject({ status: 422, problems: { file: "file-missing" } });
  });
});

test("10 MB are taken, a byte more is not", async () => {
  const { db, sendFile } = setUp();
  expect(await sendFile(pdfOf(10 * MB), "large.pdf")).toMatchObject({ ok: true });
  expect(await sendFile(pdfOf(10 * MB + 1), "larger.pdf")).toMatchObject({
    status: 413,
    problems: { file: "file-too-large" },
  });
  expect(rowsOf(db)).toHaveLength(1);
  expect(readdirSync(folder)).toHaveLength(1);
});

describe("a form that breaks off", () => {
  test("leaves nothing behind and changes nothing", async () => {
    const { db, coordinator, actionId } = setUp();
    const whole = Buffer.from(await requestOf(withFile(pdfOf(MB), "report.pdf")).arrayBuffer());
    const boundary = /^--([^\r]+)/.exec(whole.toString("latin1"))?.[1] ?? "";
    for (const body of [whole.subarray(0, whole.length / 2), whole.subarray(0, 20), "nothing of the kind"]) {
      const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
      const request = new Request("http://here.invalid/", { method: "POST", headers, body: body as BodyInit });
      expect(await documentByForm({ db, by: by(coordinator), viewer: coordinator, request }, actionId)).toBeNull();
    }
    expect(rowsOf(db)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("on the way to the disk leaves nothing there", async () => {
    const broken = Readable.from(
      (function* () {
        yield PDF;
        throw new Error("The line dropped.");
      })(),
    );
    await expect(receive(broken)).rejects.toThrow("The line dropped.");
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("the same file twice is stored once", async () => {
  const { db, sendFile } = setUp();
  await sendFile(PDF, "report.pdf");
  await sendFile(PDF, "other.pdf", { title: "Under another name" });
  expect(rowsOf(db)).toHaveLength(2);
  expect(readdirSync(folder)).toHaveLength(1);
});

describe("who adds and takes off", () => {
  test("those who work on the action, and nobody else: nothing of their file is read", async () => {
    const { db, coordinator, actionId, sendFile, send } = setUp();
    const added = await sendFile(PDF, "report.pdf");
    const document = added?.ok ? added.id : 0;
    for (const viewer of [
      someone(db, "observer", "nepal"),
      someone(db, "member", "nepal"),
      someone(db, "committee", "asia"),
      someone(db, "coordinator", "asia", ["lobbying"]),
    ]) {
      const request = requestOf(withFile(PNG, "photo.png"));
      const asked = documentByForm({ db, by: by(viewer), viewer, request }, actionId);
      await expect(asked).rejects.toMatchObject({ status: 403 });
      expect(request.bodyUsed).toBe(false);
      await expect(send(link(), viewer)).rejects.toMatchObject({ status: 403 });
      expect(() => removeDocument(db, by(viewer), viewer, { actionId, document })).toThrow(/may not/);
    }
    const elsewhere = { actionId: actionOf(db, "LRN-1").id, document };
    expect(() => removeDocument(db, by(coordinator), coordinator, elsewhere)).toThrow(/has no document/);
    expect(rowsOf(db)).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("each is an event; what is taken off is not found any more, and taking off twice is once", async () => {
    const { db, coordinator, actionId, send, sendFile } = setUp();
    await send(link({ source: "A newspaper" }));
    const added = await sendFile(PDF, "report.pdf", { title: "" });
    const document = added?.ok ? added.id : 0;
    expect(documentsOf(db, actionId, 1).rows.map(({ title }) => title)).toEqual(["report.pdf", "An article"]);
    expect(findFile(db, document)).toMatchObject({ fileName: "report.pdf" });
    for (const _ of [1, 2]) removeDocument(db, by(coordinator), coordinator, { actionId, document });
    expect(findFile(db, document)).toBeUndefined();
    expect(documentsOf(db, actionId, 1)).toMatchObject({ total: 1, rows: [{ url: "https://example.org/a" }] });
    expect(eventsOf(db)).toMatchObject([
      {
        kind: "document.added",
        actionId,
        after: { title: "An article", url: "https://example.org/a", source: "A newspaper" },
      },
      { kind: "document.added", after: { title: "report.pdf", fileName: "report.pdf", source: "Geneva" } },
      { kind: "document.removed", before: { title: "report.pdf" }, after: null },
    ]);
  });
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "ftp://example.org/a",
  "https://",
  "https://me:secret@example.org/",
  "example.org",
  " javascript://%0aalert(1)",
])("%s is no address to link to", async (url) => {
  const { db, send } = setUp();
  expect(await send(link({ url }))).toMatchObject({ status: 422, problems: { url: "not-a-web-address" } });
  expect(rowsOf(db)).toEqual([]);
});

test("no name but a SHA-256 is ever a path", () => {
  for (const name of ["../plan.db", "", "x".repeat(64), "A".repeat(64)])
    expect(() => contentOf(name)).toThrow(/names no file/);
  expect(contentOf("0".repeat(64))).toBeNull();
});

test("the sweep takes what no document names, and what broke off a day ago, and leaves everything else", async () => {
  const { db, coordinator, actionId, sendFile } = setUp();
  const kept = await sendFile(PDF, "kept.pdf");
  await sendFile(PDF, "again.pdf", { title: "Again" });
  const gone = await sendFile(PNG, "gone.png");
  const remove = (added: typeof kept) =>
    removeDocument(db, by(coordinator), coordinator, { actionId, document: added?.ok ? added.id : 0 });
  remove(gone);
  // Another document still names its content.
  remove(kept);
  const fresh = await receive(streamOf(DOCX));
  writeFileSync(join(folder, "old.part"), "half");
  const twoDaysAgo = (+TODAY - 2 * 86_400_000) / 1000;
  utimesSync(join(folder, "old.part"), twoDaysAgo, twoDaysAgo);
  utimesSync(fresh.path, +TODAY / 1000, +TODAY / 1000);
  writeFileSync(join(folder, "somebody-elses.txt"), "not ours");
  expect(sweepFiles(db, TODAY, [])).toBe(2);
  expect(existsSync(fresh.path)).toBe(true);
  expect(existsSync(join(folder, "somebody-elses.txt"))).toBe(true);
  expect(readdirSync(folder)).toHaveLength(3);
  sweepRemains(TODAY);
  expect(existsSync(fresh.path)).toBe(true);
  sweepRemains(new Date(+TODAY + 3_600_001));
  expect(existsSync(fresh.path)).toBe(false);
  discard(fresh);
  expect(sweepFiles(db, TODAY, [])).toBe(0);
});

describe("several files by one form", () => {
  const several = (...files: [string, Buffer][]) => {
    const form = formOf({ intent: "file", title: "One title", language: "en", source: "Geneva" });
    for (const [name, content] of files) form.append("file", new File([new Uint8Array(content)], name));
    return form;
  };

  test("are added in their order, each called by its name", async () => {
    const { db, send } = setUp();
    expect(await send(several(["a.pdf", PDF], ["b.png", PNG], ["c.doc", DOC]))).toMatchObject({ ok: true });
    expect(rowsOf(db).map(({ title, source }) => [title, source])).toEqual([
      ["a.pdf", "Geneva"],
      ["b.png", "Geneva"],
      ["c.doc", "Geneva"],
    ]);
    expect(eventsOf(db)).toHaveLength(3);
  });

  test("are added all or none: the one that is not taken is named", async () => {
    const { db, send } = setUp();
    expect(await send(several(["a.pdf", PDF], ["setup.exe", EXE]))).toMatchObject({
      ok: false,
      status: 422,
      problems: { file: "file-type-not-taken" },
      wrongFile: "setup.exe",
    });
    expect(rowsOf(db)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("are ten at most", async () => {
    const { db, send } = setUp();
    const files = Array.from({ length: 11 }, (_, at): [string, Buffer] => [`${at}.pdf`, PDF]);
    await expect(send(several(...files))).rejects.toThrow(/more than any of ours/);
    expect(rowsOf(db)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
