import { msg } from "@lingui/core/macro";
import type { Language } from "~/domain.ts";
import type { PublishedInYear } from "~/features/tools/communication/publications/published.server.ts";
import { type NotificationTexts, notificationTexts } from "./notify.server.ts";
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
import { languageShown, type Prose, REPORT_SECTIONS, type ReportSection } from "./sections.ts";
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
  const telling = notificationTexts(language);
  const { i18n, format } = telling;
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
    furniture: furnitureOf(telling),
    sections: [
      ...REPORT_SECTIONS.map((section) => sectionOf(section, source, telling)),
      ...(source.reviews.length > 0 ? [verifyYear(source.reviews, telling)] : []),
    ],
  };
}

function sectionOf(section: ReportSection, source: YearSource, telling: NotificationTexts): Section {
  const { language } = telling;
  const { reviews, prose } = source;
  const texts = prose.get(section)?.prose ?? {};
  const own = languageShown(texts, language);
  const snapshots = reviews.map(({ snapshot }) => snapshot);
  const written: Block[] = own ? [{ kind: "prose", markdown: texts[own] ?? "", language: own }] : [];
  const figures = figuresOf(section, source, telling);
  const charts = section === "network" ? chartBlocks(snapshots.at(-1), telling) : [];
  return { id: section, title: telling.i18n._(SECTION_NAMES[section]), blocks: [...written, ...figures, ...charts] };
}

function figuresOf(
  section: ReportSection,
  { reviews, published, publishedOn = null }: YearSource,
  telling: NotificationTexts,
): Block[] {
  if (section === "published") return publishedBlocks(published, publishedOn, telling);
  return reviews.length > 0
    ? MAKERS[section](
        reviews.map(({ snapshot }) => snapshot),
        telling,
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
function chartBlocks(last: Charted | undefined, telling: NotificationTexts): Block[] {
  return last ? chartsSection(last, telling).blocks : [];
}
