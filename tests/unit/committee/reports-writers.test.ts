import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { parseFileName } from "~/features/committee/reports/files.server.ts";
import type { Paper, Sheet } from "~/features/committee/reports/paper.ts";
import { docxOf } from "~/features/committee/reports/writers/docx.server.ts";
import { csvOf } from "~/lib/csv.server.ts";
import { steadyZip } from "~/lib/steady-zip.server.ts";
import { xlsxOf } from "~/lib/xlsx.server.ts";

const sheet = (rows: Sheet["rows"]): Sheet => ({
  id: "actions",
  name: "Actions",
  rows,
  columns: [
    { name: "Title", width: 20 },
    { name: "Progress, %", width: 10 },
  ],
});

const paper = (more: Partial<Paper> = {}): Paper => ({
  language: "nl",
  title: "A title",
  foot: "A foot",
  draft: null,
  cover: { kicker: "A kicker", title: "A title", lines: ["A line"] },
  furniture: { contents: "Contents", page: "Page", of: "of" },
  sections: [
    {
      id: "first",
      title: "The first",
      blocks: [
        { kind: "text", line: ["In Dutch, and ", { text: "en français", language: "fr" }, "."] },
        { kind: "prose", language: "nl", markdown: "## Under it\n\n- **bold**\n- [a link](https://example.org)" },
        {
          kind: "table",
          table: {
            caption: "A caption",
            columns: [{ name: "Name" }, { name: "Figure", numeric: true }],
            rows: [[["Asia"], ["3"]]],
          },
        },
      ],
    },
    { id: "second", title: "The second", board: "learning", blocks: [{ kind: "heading", text: "A heading" }] },
  ],
  ...more,
});

const partsOf = (archive: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([path, content]) => [path, strFromU8(content)]));

/** The dates of an archive's files, from its list of them (PKWARE APPNOTE, 4.3.12). */
function datesIn(archive: Buffer): string[] {
  const dates: string[] = [];
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 1)) {
    const [time, date] = [archive.readUInt16LE(at + 12), archive.readUInt16LE(at + 14)];
    const two = (number: number) => String(number).padStart(2, "0");
    const day = [1980 + (date >> 9), two((date >> 5) & 15), two(date & 31)].join("-");
    dates.push(`${day} ${two(time >> 11)}:${two((time >> 5) & 63)}`);
  }
  return dates;
}

const sum = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the data", () => {
  test("a text of several lines is none either", () => {
    expect(csvOf(sheet([["=1+1\nand more", 1]]), "en-GB").toString("utf8")).toContain(`"'=1+1\nand more"`);
  });

  test("a number keeps its sign", () => {
    expect(csvOf(sheet([["A title", -5]]), "en-GB").toString("utf8")).toContain("A title,-5");
  });

  test("what looks like a formula is a text in the workbook too", async () => {
    const parts = partsOf(
      await xlsxOf([
        sheet([
          ["=1+1", 40],
          ["@SUM(A1)\nand more", -3],
        ]),
      ]),
    );
    const cells = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(cells).not.toContain("<f>");
    expect(cells).toMatch(/<c r="A2"[^>]*t="s">/);
    expect(cells).toMatch(/<c r="B3"[^>]*><v>-3<\/v>/);
    expect(parts["xl/sharedStrings.xml"]).toContain("=1+1");
  });

  test("a sheet's name is one that Excel takes", async () => {
    const [long] = [{ ...sheet([["A", 1]]), name: `What [is]: this? ${"x".repeat(40)}` }];
    const name = /<sheet [^>]*name="([^"]*)"/.exec(partsOf(await xlsxOf([long]))["xl/workbook.xml"] ?? "")?.[1] ?? "";
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]/);
  });
});

describe("the Word file", () => {
  test("has real headings, a page for each in its table of contents, a foot with the page's number", async () => {
    const parts = partsOf(await docxOf(paper()));
    const text = parts["word/document.xml"] ?? "";
    expect(text.match(/w:pStyle w:val="Heading1"/g)).toHaveLength(2);
    for (const id of ["first", "second"]) {
      expect(text).toMatch(new RegExp(`<w:bookmarkStart [^>]*w:name="${id}"`));
      expect(text).toContain(`PAGEREF ${id}`);
    }
    const ids = [...text.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const feet = Object.entries(parts).filter(([path]) => path.startsWith("word/footer"));
    expect(feet.map(([, xml]) => xml).join()).toMatch(/A foot.*PAGE/);
    expect(text).toContain("w:tblHeader");
  });

  test("marks what is written in another language, for the speller and for the voice", async () => {
    const parts = partsOf(await docxOf(paper()));
    expect(parts["word/document.xml"]).toMatch(/<w:lang w:val="fr-FR"\/><\/w:rPr><w:t [^>]*>en français/);
    expect(parts["word/styles.xml"]).toContain('<w:lang w:val="nl-BE"/>');
  });

  test("writes Markdown as paragraphs, with its links", async () => {
    const parts = partsOf(await docxOf(paper()));
    expect(parts["word/document.xml"]).toMatch(/• .*<w:b\/>.*bold/);
    expect(parts["word/_rels/document.xml.rels"]).toContain("https://example.org");
    expect(parts["word/document.xml"]).not.toContain("**");
  });

  test("gives short words the width that they need, and keeps sums to compare with what they are of", async () => {
    const columns = [{ name: "Seat" }, { name: "Present" }, { name: "What was said" }];
    const rows = [
      [["Somebody with a name"], ["Not present"], ["A sentence that may well take two lines of the page, or three"]],
    ];
    const blocks: Paper["sections"][number]["blocks"] = [
      { kind: "table", table: { caption: "Seats", columns, rows } },
      { kind: "text", line: ["Q4 2020"] },
      { kind: "code", text: "abc" },
    ];
    const parts = partsOf(await docxOf(paper({ sections: [{ id: "verify", title: "Verify", blocks }] })));
    const text = parts["word/document.xml"] ?? "";
    const widths = [...text.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9638);
    // Eleven characters of 9 points, with the room around them, in twentieths of a point.
    expect(widths[1]).toBeGreaterThan(11 * 9 * 20 * 0.55);
    expect(text.match(/<w:keepNext\/>/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test("says on every page that it is a draft", async () => {
    const draft = { mark: "DRAFT-MARK", why: "It is open." };
    const parts = partsOf(await docxOf(paper({ draft })));
    const heads = Object.entries(parts).filter(([path]) => /^word\/header\d+\.xml$/.test(path));
    expect(heads).toHaveLength(2);
    for (const [, xml] of heads) expect(xml).toContain("DRAFT-MARK");
    expect(JSON.stringify(partsOf(await docxOf(paper())))).not.toContain("DRAFT-MARK");
  });
});

describe("the same document", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  test("is the same bytes in another time zone", async () => {
    const rows = sheet([["A title", 4]]);
    process.env.TZ = "UTC";
    const first = [sum(await docxOf(paper())), sum(await xlsxOf([rows]))];
    process.env.TZ = "Asia/Kathmandu";
    expect([sum(await docxOf(paper())), sum(await xlsxOf([rows]))]).toEqual(first);
  });

  test("says nothing of the hour at which it was asked for", async () => {
    for (const archive of [await docxOf(paper()), await xlsxOf([sheet([["A title", 4]])])])
      expect(new Set(datesIn(archive))).toEqual(new Set(["2019-11-30 00:00"]));
    const { "docProps/core.xml": properties } = partsOf(await docxOf(paper()));
    expect(properties?.match(/\d{4}-\d\d-\d\dT/g)).toEqual(["2019-11-30T", "2019-11-30T"]);
  });

  test("an archive keeps what is in it", async () => {
    const archive = await docxOf(paper());
    expect(partsOf(steadyZip(archive))).toEqual(partsOf(archive));
    expect(Object.keys(unzipSync(archive))[0]).toBe("[Content_Types].xml");
  });
});

test("a file's name says what it is, and no other name is a file", () => {
  expect(parseFileName("pack", "pack.nl.docx")).toEqual({ language: "nl", type: "docx", sheet: "actions" });
  expect(parseFileName("pack", "pack-key-results.fr.csv")).toEqual({
    language: "fr",
    type: "csv",
    sheet: "key-results",
  });
  for (const name of [
    "",
    "pack",
    "pack.docx",
    "pack.de.docx",
    "pack.nl.exe",
    "report.nl.docx",
    "pack-x.nl.csv",
    "pack-actions.nl.docx",
    "../pack.nl.docx",
    "pack.nl.toString",
    "pack-toString.nl.csv",
  ])
    expect(parseFileName("pack", name), name).toBeNull();
});
