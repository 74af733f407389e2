import type { Board, Language } from "~/domain.ts";
import type { DataTable } from "~/lib/table.ts";

/*
 * A document as data, before anybody writes it as a web page, a Word file or a sheet: every word is there already, in the
 * document's language, so that its files cannot differ from each other (docs/decisions/0016-the-pack.md).
 */

/** A piece of a line. A text that is not written in the document's language names its own. */
export type Part = string | { text: string; language?: Language; strong?: true; soft?: true; ref?: string };

export type PaperLine = Part[];

/** One thing of a list: what it is, what is known of it in a few words, and what was said about it. */
export interface Entry {
  line: PaperLine;
  facts: string[];
  notes: PaperLine[];
}

export interface Column {
  name: string;
  /** Figures are set to the right. */
  numeric?: true;
}

export interface Table {
  /** What it shows, with its unit. */
  caption: string;
  columns: Column[];
  rows: PaperLine[][];
}

export const CHARTS = ["flow", "due-and-done", "health", "key-results"] as const;
export type Chart = (typeof CHARTS)[number];

export type Block =
  | { kind: "text"; line: PaperLine; lead?: true }
  | { kind: "heading"; text: string }
  | { kind: "entries"; entries: Entry[] }
  | { kind: "table"; table: Table }
  | { kind: "figures"; figures: { value: string; name: string }[] }
  /** Drawn where the writer can draw, and set as its table where it cannot. */
  | { kind: "chart"; chart: Chart; table: Table }
  | { kind: "prose"; markdown: string; language: Language }
  | { kind: "notice"; line: PaperLine }
  /** Something to compare letter by letter. */
  | { kind: "code"; text: string };

export interface Section {
  /** Its anchor, the same in every language. */
  id: string;
  title: string;
  board?: Board;
  blocks: Block[];
}

export interface Paper {
  language: Language;
  title: string;
  cover: { kicker: string; title: string; lines: string[] };
  /** What stands at the foot of every page. */
  foot: string;
  /** The word on every page of what is not closed yet, and why; null for what is final. */
  draft: { mark: string; why: string } | null;
  /** The words of the document's own furniture. */
  furniture: { contents: string; page: string; of: string };
  sections: Section[];
}

/** One table of the data, for people's own sums. */
export interface Sheet extends DataTable {
  /** Its name in addresses, the same in every language. */
  id: SheetId;
}

/** By what a document's files are called: which tables its data has. */
export const SHEETS = {
  pack: ["boards", "actions", "key-results", "decisions", "heard", "due-and-done"],
  report: ["boards", "actions", "key-results", "decisions", "heard", "due-and-done", "published"],
} as const;
export type DocumentKind = keyof typeof SHEETS;
export type SheetId = (typeof SHEETS)[DocumentKind][number];
