import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Language } from "~/domain.ts";
import { LOCALES } from "~/i18n/languages.ts";
import type { Block, Column, Entry, PaperLine, Table as PaperTable, Part } from "../paper.ts";
import { markdownParagraphs } from "./docx-markdown.server.ts";
import { EDGE, INK, LINE, SOFT, SUNK } from "./docx-styles.ts";

export type FileChild = Paragraph | Table;

/** The width of the text on A4 with margins of 2 cm, in twentieths of a point. */
export const TEXT_WIDTH = 9638;

/** A section's blocks as paragraphs and tables of Word. A figure is set as the table behind it. */
export function blocksOf(blocks: readonly Block[], language: Language): FileChild[] {
  // Checksums are of no use without what is said of them: from the first words on they stay on one page.
  return blocks.flatMap((block, at) =>
    blockOf(
      block,
      language,
      blocks.slice(at + 1).some(({ kind }) => kind === "code"),
    ),
  );
}

/** @param keepNext whether its last line stays on the page of the block after it */
function blockOf(block: Block, language: Language, keepNext: boolean): FileChild[] {
  switch (block.kind) {
    case "text":
      return [paragraph(block.line, block.lead ? "Lead" : undefined, keepNext)];
    case "heading":
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case "notice":
      return [
        new Paragraph({
          style: "Notice",
          children: runs(block.line),
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: INK, space: 8 } },
        }),
      ];
    case "code":
      return [
        new Paragraph({
          text: block.text,
          style: "Code",
          // Sums to compare are of no use alone on a page.
          keepNext: true,
          shading: { type: ShadingType.CLEAR, fill: SUNK, color: "auto" },
        }),
      ];
    case "figures":
      return [figuresTable(block.figures)];
    case "entries":
      return block.entries.flatMap(entryParagraphs);
    case "table":
    case "chart":
      return tableOf(block.table);
    case "prose":
      return markdownParagraphs(block.markdown, block.language === language ? undefined : block.language);
  }
}

function paragraph(line: PaperLine, style?: string, keepNext = false): Paragraph {
  return new Paragraph({ children: runs(line), keepNext: keepNext || undefined, ...(style && { style }) });
}

const runs = (line: PaperLine): TextRun[] => line.flatMap(runsOf);

function runsOf(part: Part): TextRun[] {
  if (typeof part === "string") return lines(part, {});
  const { text, language, strong, soft } = part;
  const look: IRunOptions = {
    ...(strong && { bold: true }),
    ...(soft && { color: SOFT }),
    ...(language && { language: { value: LOCALES[language] } }),
  };
  return [...lines(text, look), ...(language ? [new TextRun({ text: ` (${language})`, color: SOFT })] : [])];
}

/** A text may have several lines: each after the first begins a new one. */
function lines(text: string, look: IRunOptions): TextRun[] {
  return text.split("\n").map((one, place) => new TextRun({ ...look, text: one, ...(place > 0 && { break: 1 }) }));
}

function entryParagraphs({ line, facts, notes }: Entry): Paragraph[] {
  return [
    paragraph(line, "Item"),
    ...(facts.length > 0 ? [paragraph([facts.join(" · ")], "Facts")] : []),
    ...notes.map(
      (note) =>
        new Paragraph({
          style: "Note",
          children: runs(note),
          border: { left: { style: BorderStyle.SINGLE, size: 8, color: LINE, space: 8 } },
        }),
    ),
  ];
}

/** In half points. */
const NARROW = 14;

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: NONE };

function tableOf({ caption, columns, rows }: PaperTable): FileChild[] {
  if (rows.length === 0) return [];
  const widths = widthsOf(columns, rows);
  // Many narrow columns: their names are set smaller, so that no word of them is broken.
  const narrow = columns.filter(({ numeric }) => numeric).length > 6;
  const cellOf = (line: PaperLine, at: number, head: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: narrow ? 60 : 100 },
      borders: { ...NO_BORDERS, bottom: { style: BorderStyle.SINGLE, size: 4, color: head ? EDGE : LINE } },
      children: [
        new Paragraph({
          style: "Cell",
          ...(columns[at]?.numeric && { alignment: AlignmentType.RIGHT }),
          children: head
            ? [new TextRun({ text: columns[at]?.name ?? "", color: SOFT, ...(narrow && { size: NARROW }) })]
            : runs(lengthOf(line) * CHARACTER < (widths[at] ?? 0) ? unbroken(line) : line),
        }),
      ],
    });
  return [
    new Paragraph({ text: caption, style: "Caption" }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((_, at) => cellOf([], at, true)) }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((line, at) => cellOf(line, at, false)) }),
        ),
      ],
    }),
  ];
}

/** The most characters of a column that takes what it needs, so that "Not present" stands on one line. */
const SHORT = 16;
/** The width of a character of a cell, in twentieths of a point, with some room for wide ones. */
const CHARACTER = 115;

/** Figures and short words take what they need, longer texts share the rest, the first of them the most. */
function widthsOf(columns: readonly Column[], rows: readonly PaperLine[][]): number[] {
  const least = columns.map(({ name, numeric }, at) => {
    const longest = Math.max(name.length, ...rows.map((row) => lengthOf(row[at] ?? [])));
    return numeric || at === 0 || longest > SHORT ? null : longest * CHARACTER + 140;
  });
  const short = least.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  // Where nothing but short words stands beside the first column, they share the page as before.
  if (short === 0 || short > TEXT_WIDTH / 2) return sharedWidths(columns, TEXT_WIDTH);
  const rest = sharedWidths(
    columns.filter((_, at) => least[at] === null),
    TEXT_WIDTH - short,
  );
  return least.map((width) => width ?? rest.shift() ?? 0);
}

/** A line with its spaces made such that no program breaks the line at them. */
const unbroken = (line: PaperLine): PaperLine =>
  line.map((part) =>
    typeof part === "string" ? part.replaceAll(" ", "\u00a0") : { ...part, text: part.text.replaceAll(" ", "\u00a0") },
  );

const lengthOf = (line: PaperLine) =>
  line.reduce((length, part) => length + (typeof part === "string" ? part : part.text).length, 0);

function sharedWidths(columns: readonly Column[], whole: number): number[] {
  const figures = columns.filter(({ numeric }) => numeric).length;
  const figure = figures === 0 ? 0 : Math.min(1150, Math.floor((whole - 1700) / figures));
  const shares = columns.filter(({ numeric }) => !numeric).length + 0.5;
  const share = Math.floor((whole - figures * figure) / shares);
  return columns.map(({ numeric }, at) => (numeric ? figure : at === 0 ? Math.floor(share * 1.5) : share));
}

/** The figures of a board beside each other, large, with their names below. */
function figuresTable(figures: { value: string; name: string }[]): Table {
  const width = Math.floor(TEXT_WIDTH / figures.length);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: figures.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: figures.map(
          ({ value, name }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              borders: NO_BORDERS,
              margins: { left: 0, right: 100, bottom: 120 },
              children: [
                new Paragraph({
                  children: [new TextRun({ text: value, bold: true, size: 32 })],
                  spacing: { after: 0 },
                }),
                new Paragraph({ children: [new TextRun({ text: name, color: SOFT, size: 18 })] }),
              ],
            }),
        ),
      }),
    ],
  });
}
