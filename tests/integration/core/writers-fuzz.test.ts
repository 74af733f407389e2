import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Paper } from "~/features/committee/reports/paper.ts";
import type { Charts } from "~/features/committee/reports/writers/blocks.server.tsx";
import { docxOf } from "~/features/committee/reports/writers/docx.server.ts";
import { paperFile } from "~/features/committee/reports/writers/html.server.tsx";
import { mailHtml } from "~/features/core/mail/sheet.server.tsx";
import { send } from "~/features/core/mail/transport.server.ts";
import { calendarWith } from "~/features/tools/learning/exchanges/calendar.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { csvDialect, csvOf, withoutFormulas } from "~/lib/csv.server.ts";
import { wellFormed } from "~/lib/text.ts";
import { xlsxOf } from "~/lib/xlsx.server.ts";

/* Rows that were stored before text was cleaned may hold anything: what is written from them must be readable all the same. */

const NASTY = [
  "\0",
  "\v",
  "\f",
  "\x1b",
  "\x85",
  "\u2028",
  "\ufffe",
  "\uffff",
  "\ud83d",
  "\ude00",
  "\u202e",
  "]]>",
  "&#11;",
  "<b>",
];
const submitted = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY, "\r\n", "\n", '"', "'", ";", ",", "\\", "=1+1"),
      fc.string({ unit: "grapheme" }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

/** The text of an XML document. Throws where it is none (XML 1.0). */
function xmlText(xml: string): string {
  const parser = new SaxesParser();
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.write(xml).close();
  return text;
}

/** Each XML part of an archive, read. */
function readParts(archive: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(archive)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return Object.fromEntries(parts.map(([path, content]) => [path, xmlText(strFromU8(content))]));
}

const paperWith = (text: string): Paper => ({
  language: "en",
  title: text,
  foot: text,
  draft: { mark: text, why: text },
  cover: { kicker: text, title: text, lines: [text] },
  furniture: { contents: "Contents", page: "Page", of: "of" },
  sections: [
    {
      id: "first",
      title: text,
      blocks: [
        { kind: "text", line: [text, { text, language: "fr", strong: true }] },
        { kind: "heading", text },
        { kind: "notice", line: [text] },
        { kind: "code", text },
        { kind: "figures", figures: [{ value: "1", name: text }] },
        { kind: "entries", entries: [{ line: [text], facts: [text], notes: [[text]] }] },
        { kind: "prose", markdown: `${text}\n\n- **${text}** [a](https://example.org)\n\n    ${text}`, language: "fr" },
        { kind: "table", table: { caption: text, columns: [{ name: text }], rows: [[[text]]] } },
        { kind: "chart", chart: "flow", table: { caption: text, columns: [{ name: text }], rows: [[[text]]] } },
      ],
    },
  ],
});

const RUNS = { numRuns: 20, seed: 20261127 };
const anyText = (hold: (text: string) => void | Promise<void>) =>
  fc.assert(
    fc.asyncProperty(submitted, async (text) => hold(text)),
    RUNS,
  );

test("a Word file is well-formed in all its parts", () =>
  anyText(async (text) => {
    const parts = readParts(await docxOf(paperWith(text)));
    expect(Object.keys(parts)).toContain("word/document.xml");
  }));

test("a workbook is well-formed in all its parts", () =>
  anyText(async (text) => {
    const columns = [{ name: text, width: 20 }];
    const parts = readParts(await xlsxOf([{ name: text, columns, rows: [[text], [1], [null]] }]));
    expect(Object.keys(parts)).toContain("xl/worksheets/sheet1.xml");
  }));

test("a table reads back from CSV", () =>
  anyText((text) => {
    const columns = [{ name: "Text", width: 20 }];
    for (const locale of ["fr-FR", "en-GB"]) {
      const csv = csvOf({ columns, rows: [[text]] }, locale)
        .toString()
        .slice(1);
      // As a spreadsheet program of that region: what it would guess of one cell says nothing.
      const { delimiter } = csvDialect(locale);
      expect(Papa.parse<string[]>(csv, { newline: "\r\n", delimiter }).data[1]).toEqual([
        withoutFormulas(wellFormed(text)),
      ]);
    }
  }));

test("the file for the phone holds no character that is not text, and no element that somebody typed", () =>
  anyText((text) => {
    const [html, harmless] = [text, "x"].map((one) => paperFile(paperWith(one), {} as Charts).toString()) as [
      string,
      string,
    ];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it must not hold.
    expect(html).not.toMatch(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u);
    expect(html.match(/<b>/g)).toEqual(harmless.match(/<b>/g));
  }));

test("a calendar reads back", () =>
  anyText((text) => {
    const [event] = eventsOf(text, "2027-03-27", "2027-03-28");
    // What ends a line in a calendar is written as a line end or left out; every other character is there.
    const bare = (value: string) => value.replace(/[\r\n]+/g, "\n").trim();
    expect(bare(event?.location ?? "")).toBe(bare(wellFormed(text)));
  }));

describe("a mail", () => {
  const before = process.env.OUTBOX;
  const folder = mkdtempSync(join(tmpdir(), "inspir-mail-"));
  beforeAll(() => {
    process.env.OUTBOX = folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.OUTBOX;
    else process.env.OUTBOX = before;
    rmSync(folder, { recursive: true, force: true });
  });

  test("reads back", () =>
    anyText(async (text) => {
      // Of an empty text part, mail programs show the HTML part's words.
      fc.pre(wellFormed(text).trim() !== "");
      const html = mailHtml("en", text);
      await send({ to: "a@example.org", language: "en", subject: `About ${text}`, text, html });
      const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".eml"));
      const mail = await simpleParser(readFileSync(join(folder, file)));
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      expect([mail.to].flat()[0]?.value.map(({ address }) => address)).toEqual(["a@example.org"]);
      expect(mail.subject).toMatch(/^About/);
      expect(mail.text?.trim()).toBe(wellFormed(text).replace(/\r\n?/g, "\n").trim());
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it must not hold.
      expect(mail.html).not.toMatch(/[\0-\x08\v\f\x0e-\x1f]/);
    }));
});

describe("whole days in a calendar", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  test.each(["UTC", "Europe/Brussels", "America/Guatemala", "Asia/Kathmandu", "Pacific/Apia"])(
    "are the same on a server in %s, also where clocks are put forward between them",
    (place) => {
      process.env.TZ = place;
      const lines = calendarOf("A visit", "2027-03-27", "2027-03-28").split("\r\n");
      expect(lines).toContain("DTSTART;VALUE=DATE:20270327");
      // The day after the last one: an event ends before its end.
      expect(lines).toContain("DTEND;VALUE=DATE:20270329");
      expect(calendarOf("A visit", "2027-10-30", "2027-10-31")).toContain("DTEND;VALUE=DATE:20271101");
      expect(calendarOf("A visit", "2027-12-31", "2027-12-31")).not.toContain("DTEND");
    },
  );
});

function calendarOf(text: string, first: string, last: string): string {
  const network = { id: 1, name: text, slug: "asia" } as unknown as Parameters<
    typeof calendarWith
  >[0][number]["network"];
  const asked = {
    networks: [],
    language: "en",
    at: new Date("2026-11-27T10:00:00Z"),
    origin: "https://plan.example.org",
  } as const;
  return calendarWith(
    [{ id: 1, version: 1, title: text, network, values: { kind: "visit", first, last, place: text } }],
    {
      ...asked,
      i18n: i18nFor("en"),
    },
  );
}

const eventsOf = (...what: Parameters<typeof calendarOf>) =>
  new ICAL.Component(ICAL.parse(calendarOf(...what))).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
