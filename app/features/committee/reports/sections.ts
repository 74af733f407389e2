import { LANGUAGES, type Language, type Translated } from "~/domain.ts";

/**
 * The sections of a year's report, in their order; each has its figures from the closed reviews, that of what was published
 * from the register of publications, and prose of its own.
 */
export const REPORT_SECTIONS = ["results", "heard", "published", "network", "committee", "outlook"] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** What was written for a section: its text in each language, and who wrote last. */
export interface WrittenProse {
  prose: Translated;
  version: number;
  by: string;
  at: Date;
}

/** Returns the language in which a section is shown to readers of one: that of the first text there is, beginning with theirs. */
export const languageShown = (prose: Translated, language: Language): Language | undefined =>
  [language, ...LANGUAGES].find((one) => prose[one]);

export type Prose = ReadonlyMap<ReportSection, WrittenProse>;

/** The year in which the plan began: reports reach back to it. */
export const FIRST_YEAR = 2019;
