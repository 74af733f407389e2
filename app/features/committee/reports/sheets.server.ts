import type { Language } from "~/domain.ts";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { PublishedInYear } from "~/features/tools/communication/publications/published.server.ts";
import { documentTexts } from "./document-texts.server.ts";
import type { Sheet } from "./paper.ts";
import { actionsSheet } from "./sheets/actions.server.ts";
import { boardsSheet } from "./sheets/boards.server.ts";
import { decisionsSheet } from "./sheets/decisions.server.ts";
import { dueAndDoneSheet } from "./sheets/due-and-done.server.ts";
import { heardSheet } from "./sheets/heard.server.ts";
import { keyResultsSheet } from "./sheets/key-results.server.ts";
import { publishedSheet } from "./sheets/published.server.ts";
import type { Maker } from "./sheets/sheet.server.ts";

/**
 * The data behind a pack or a year's report, table by table: each row names its quarter, so that the sheets of several
 * reviews can be laid together. Nothing of it is left out, however long it is.
 */
export function sheetsOf(snapshots: readonly ReviewSnapshot[], language: Language): Sheet[] {
  const texts = documentTexts(language);
  return MAKERS.map((make) => make(snapshots, texts));
}

/** A report's data: that of its reviews, and each publication of the year. */
export function yearSheets(
  snapshots: readonly ReviewSnapshot[],
  { published }: PublishedInYear,
  language: Language,
): Sheet[] {
  return [...sheetsOf(snapshots, language), publishedSheet(published, documentTexts(language))];
}

const MAKERS: readonly Maker[] = [
  boardsSheet,
  actionsSheet,
  keyResultsSheet,
  decisionsSheet,
  heardSheet,
  dueAndDoneSheet,
];
