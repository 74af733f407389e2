import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { LOCALES } from "~/i18n/languages.ts";
import { steadyZip } from "~/lib/steady-zip.server.ts";
import { wellFormedDeep } from "~/lib/text.ts";
import type { Paper, Section } from "../paper.ts";
import { blocksOf, type FileChild, TEXT_WIDTH } from "./docx-blocks.server.ts";
import { ACCENT, HUES, INK, LINE, SOFT, STYLES } from "./docx-styles.ts";

const MARGIN = 1134;

/** The document as a Word file: real headings, a table of contents, the page's number at its foot, tables. */
export async function docxOf(written: Paper): Promise<Buffer> {
  const paper = wellFormedDeep(written);
  const { title, language, draft, sections } = paper;
  const page = {
    size: { width: 11906, height: 16838 },
    margin: { top: 1304, right: MARGIN, bottom: 1304, left: MARGIN },
  };
  const document = new Document({
    title,
    creator: "INSP!R",
    description: paper.cover.kicker,
    styles: STYLES(LOCALES[language]),
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: headOf(paper), first: new Header({ children: draft ? [draftMark(draft.mark)] : [] }) },
        footers: { default: footOf(paper), first: new Footer({ children: [] }) },
        children: [
          ...coverOf(paper),
          ...contentsOf(paper),
          ...sections.flatMap((section) => sectionOf(section, paper)),
        ],
      },
    ],
  });
  const named = namingLinks();
  return steadyZip(await Packer.toBuffer(document), (path, xml) =>
    path === "word/document.xml" ? numbered(named(xml)) : named(xml),
  );
}

/** The library names each link at random: here they are counted, in the list of links and in the text alike. */
function namingLinks(): (xml: string) => string {
  const names = new Map<string, string>();
  return (xml) =>
    xml.replace(/rId[\w-]{21}(?=")/g, (random) => {
      const name = names.get(random) ?? `rIdLink${names.size + 1}`;
      names.set(random, name);
      return name;
    });
}

/** The library gives every bookmark the same number; Word asks for a number each. */
function numbered(xml: string): string {
  let begun = 0;
  let ended = 0;
  return xml
    .replace(/(<w:bookmarkStart [^>]*w:id=")[^"]*"/g, (_all, before: string) => `${before}${++begun}"`)
    .replace(/<w:bookmarkEnd w:id="[^"]*"\/>/g, () => `<w:bookmarkEnd w:id="${++ended}"/>`);
}

const wordmark = (size: number) => [
  new TextRun({ text: "INSP", bold: true, size, color: INK }),
  new TextRun({ text: "!", bold: true, size, color: ACCENT }),
  new TextRun({ text: "R", bold: true, size, color: INK }),
];

function coverOf({ cover, draft }: Paper): Paragraph[] {
  return [
    new Paragraph({
      children: wordmark(44),
      spacing: { after: 5200 },
      border: { top: { style: BorderStyle.SINGLE, size: 48, color: ACCENT, space: 12 } },
    }),
    new Paragraph({ text: cover.kicker, style: "Kicker" }),
    new Paragraph({ text: cover.title, heading: HeadingLevel.TITLE }),
    ...cover.lines.map((text) => new Paragraph({ text, style: "CoverLine" })),
    ...(draft ? [new Paragraph({ text: draft.why, style: "Notice", spacing: { before: 600 } })] : []),
  ];
}

/** Each section with the page that it begins on: links, and numbers that the program fills in. */
function contentsOf({ sections, furniture }: Paper): Paragraph[] {
  return [
    new Paragraph({ text: furniture.contents, style: "ContentsTitle", pageBreakBefore: true }),
    ...sections.map(
      ({ id, title }) =>
        new Paragraph({
          style: "ContentsLine",
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
          children: [
            new InternalHyperlink({ anchor: id, children: [new TextRun(title)] }),
            new TextRun({ children: [new Tab()] }),
            new PageReference(id),
          ],
        }),
    ),
  ];
}

/** The summary stands alone on its page; after it the boards begin. */
const OWN_PAGE = new Set(["summary", "lobbying", "results"]);

function sectionOf(section: Section, paper: Paper): FileChild[] {
  const { id, title, board, blocks } = section;
  const color = board ? HUES[board] : INK;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: OWN_PAGE.has(id),
      border: { top: { style: BorderStyle.SINGLE, size: 12, color, space: 6 } },
      children: [new Bookmark({ id, children: [new TextRun({ text: title, color })] })],
    }),
    ...blocksOf(blocks, paper.language),
  ];
}

function headOf({ draft, cover, title }: Paper): Header {
  return new Header({
    children: [
      new Paragraph({
        style: "Furniture",
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...wordmark(18),
          new TextRun({ children: [new Tab(), draft ? `${draft.mark} · ${title}` : cover.kicker] }),
        ],
      }),
    ],
  });
}

const draftMark = (mark: string) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: mark, bold: true, color: SOFT, size: 20 })],
  });

function footOf({ foot, furniture }: Paper): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: "Furniture",
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 6 } },
        children: [
          new TextRun({
            children: [
              foot,
              new Tab(),
              `${furniture.page} `,
              PageNumber.CURRENT,
              ` ${furniture.of} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}
