import { type IStylesOptions, LineRuleType } from "docx";
import type { Board } from "~/domain.ts";

/* The look of app/ui/tokens.css on paper, as Word writes colours and sizes (half points; distances in twentieths). */

export const INK = "1D1B18";
export const SOFT = "5D584F";
export const LINE = "DFDBD1";
export const EDGE = "8B8577";
export const SUNK = "F3F1EB";
export const ACCENT = "B8371F";

export const HUES: Record<Board, string> = {
  lobbying: "B8371F",
  learning: "0B6E66",
  financing: "8A5A00",
  communication: "4A45A8",
};

const FONT = "Calibri";

/** The styles of every paragraph. @param locale the language that the speller is to think in */
export function STYLES(locale: string): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, bold: true, size, color: INK },
    paragraph: { spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
  });
  const own = (id: string, run: object, spacing: object, more: object = {}) => ({
    id,
    name: id,
    basedOn: "Normal",
    quickFormat: true,
    run,
    paragraph: { spacing, ...more },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: locale } },
        paragraph: { spacing: { line: 276, after: 80 } },
      },
      title: heading(64, 0, 360),
      heading1: heading(34, 480, 160),
      heading2: heading(24, 320, 80),
      heading3: heading(21, 200, 60),
    },
    paragraphStyles: [
      own("Kicker", { bold: true, size: 22, color: SOFT }, { after: 120 }),
      own("CoverLine", { size: 24, color: SOFT }, { after: 60 }),
      own("ContentsTitle", { bold: true, size: 28 }, { after: 200 }),
      own("ContentsLine", {}, { after: 60 }),
      own("Lead", { size: 26 }, { after: 140 }),
      own("Item", {}, { before: 120, after: 0 }, { keepNext: true, keepLines: true }),
      own("Facts", { size: 18, color: SOFT }, { after: 40 }),
      own("Note", {}, { after: 60 }, { indent: { left: 284 } }),
      own("Caption", { bold: true, size: 19 }, { before: 240, after: 80 }, { keepNext: true }),
      own("Cell", { size: 18 }, { line: 252, before: 30, after: 30 }),
      own("Code", { font: "Consolas", size: 18 }, { before: 60, after: 120 }),
      own("Furniture", { size: 17, color: SOFT }, { after: 0 }),
      own("Notice", { bold: true }, { before: 120, after: 160 }, { indent: { left: 200 } }),
    ],
  };
}
