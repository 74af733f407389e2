import { msg } from "@lingui/core/macro";
import type { Language } from "~/domain.ts";
import type { PublishedInYear } from "~/features/tools/communication/publications/published.server.ts";
import { languageShown } from "~/i18n/languages.ts";
import { type DocumentTexts, documentTexts } from "./document-texts.server.ts";
import { furnitureOf } from "./pack.server.ts";
import type { Block, Paper, Section } from "./paper.ts";
import { type Charted, chartsSection } from "./parts/figures.server.ts";
import { publishedBlocks } from "./parts/published.server.ts";
import {
  committeeBlocks,
  heardBlocks,
  networkBlocks,
  outlookBlocks,
  resultsBlocks,
  verifyYear,
} from "./parts/year.server.ts";
import { SECTION_NAMES } from "./section-names.ts";
import { type Prose, REPORT_SECTIONS, type ReportSection } from "./sections.ts";
import type { ReviewSource } from "./source.ts";
import { quartersOfYear } from "./years.ts";

/** What a year's report is made from. */
export interface YearSource {
  year: number;
  /** The year's closed reviews, the first quarter first. */
  reviews: readonly ReviewSource[];
  published: PublishedInYear;
  /** When the last of its reviews was closed, as of which the register is counted; absent while none is. */
  publishedOn?: string | null;
  prose: Prose;
}

/** What a report without reviews has to draw. */
export const NO_FIGURES: Charted = { flow: [], dueAndDone: [], boards: [] };

/** The quarters of a year whose review is not closed yet. */
export function missingQuarters({ year, reviews }: Pick<YearSource, "year" | "reviews">): string[] {
  const closed = new Set(reviews.map(({ snapshot }) => snapshot.quarter));
  return quartersOfYear(year).filter((quarter) => !closed.has(quarter));
}

/**
 * The report of a year as a document in one language. Pure: its figures are those of the closed reviews. What was
 * published is counted in its register as it stood when the last of them was closed; as it stands while none is.
 */
export function yearOf(source: YearSource, language: Language): Paper {
  const texts = documentTexts(language);
  const { i18n, format } = texts;
  const year = `${source.year}`;
  const title = i18n._(msg`Activity report ${year}`);
  const missing = format.list(missingQuarters(source).map(format.quarter));
  const closed = format.list(source.reviews.map(({ snapshot }) => format.quarter(snapshot.quarter)));
  return {
    language,
    title,
    cover: {
      kicker: i18n._(msg`The year in the action plan`),
      title,
      lines: [
        i18n._(msg`International Network for Social Protection Rights`),
        ...(closed ? [i18n._(msg`Made from the closed reviews of ${closed}.`)] : []),
      ],
    },
    foot: `INSP!R · ${title}`,
    draft: missing
      ? {
          mark: i18n._(msg`Draft`),
          why: i18n._(msg`Not whole yet: the review of these quarters is not closed: ${missing}.`),
        }
      : null,
    furniture: furnitureOf(texts),
    sections: [
      ...REPORT_SECTIONS.map((section) => sectionOf(section, source, texts)),
      ...(source.reviews.length > 0 ? [verifyYear(source.reviews, texts)] : []),
    ],
  };
}

function sectionOf(section: ReportSection, source: YearSource, texts: DocumentTexts): Section {
  const { language } = texts;
  const { reviews, prose } = source;
  const proseTexts = prose.get(section)?.prose ?? {};
  const own = languageShown(proseTexts, language);
  const snapshots = reviews.map(({ snapshot }) => snapshot);
  const written: Block[] = own ? [{ kind: "prose", markdown: proseTexts[own] ?? "", language: own }] : [];
  const figures = figuresOf(section, source, texts);
  const charts = section === "network" ? chartBlocks(snapshots.at(-1), texts) : [];
  return { id: section, title: texts.i18n._(SECTION_NAMES[section]), blocks: [...written, ...figures, ...charts] };
}

function figuresOf(
  section: ReportSection,
  { reviews, published, publishedOn = null }: YearSource,
  texts: DocumentTexts,
): Block[] {
  if (section === "published") return publishedBlocks(published, publishedOn, texts);
  return reviews.length > 0
    ? MAKERS[section](
        reviews.map(({ snapshot }) => snapshot),
        texts,
      )
    : [];
}

const MAKERS = {
  results: resultsBlocks,
  heard: heardBlocks,
  network: networkBlocks,
  committee: committeeBlocks,
  outlook: outlookBlocks,
};

/** The newest review's figures reach back over the whole year, and further. */
function chartBlocks(last: Charted | undefined, texts: DocumentTexts): Block[] {
  return last ? chartsSection(last, texts).blocks : [];
}
