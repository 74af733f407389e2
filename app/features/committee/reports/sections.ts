import type { Translated } from "~/domain.ts";

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

export type Prose = ReadonlyMap<ReportSection, WrittenProse>;

/** The year in which the plan began: reports reach back to it. */
export const FIRST_YEAR = 2019;
