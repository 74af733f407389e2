import { and, eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayPrepareReviews, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { reportSections } from "~db/schema/committee.ts";
import type { ReportSection } from "./sections.ts";

export interface ProseInput {
  year: number;
  section: ReportSection;
  language: Language;
  /** Markdown; empty takes the text in this language away. */
  prose: string;
  /** The section's version that the writer had before them; 0 where there was none. */
  version: number;
}

export type ProseWritten = { status: "saved" | "unchanged" | "stale" };

/**
 * Writes a section of a year's report in one language; its texts in the others stay.
 *
 * @returns `stale`, and changes nothing, when somebody has written this section since that version
 * @throws Refusal 403 for all but coordinators and administrators
 */
export function writeProse(db: Database, by: By, viewer: Viewer, input: ProseInput): ProseWritten {
  const { year, section, language, prose, version } = input;
  if (!mayPrepareReviews(viewer)) throw new Refusal(403, `${viewer.role} may not write the report of a year`);
  return change(db, by, (tx, record): ProseWritten => {
    const row = find(tx, year, section);
    if ((row?.version ?? 0) !== version) return { status: "stale" };
    const before = row?.prose[language] ?? "";
    if (before === prose) return { status: "unchanged" };
    const { [language]: _, ...others } = row?.prose ?? {};
    const written = { prose: prose ? { ...others, [language]: prose } : others, version: version + 1 };
    const author = { updatedById: viewer.id, updatedAt: by.at };
    if (row) {
      tx.update(reportSections)
        .set({ ...written, ...author })
        .where(eq(reportSections.id, row.id))
        .run();
    } else {
      tx.insert(reportSections)
        .values({ year, section, ...written, ...author })
        .run();
    }
    const about = { year, section, language };
    record({ kind: "report.edited", before: row ? { ...about, prose: before } : null, after: { ...about, prose } });
    return { status: "saved" };
  });
}

function find(tx: Transaction, year: number, section: ReportSection) {
  return tx
    .select()
    .from(reportSections)
    .where(and(eq(reportSections.year, year), eq(reportSections.section, section)))
    .get();
}
