import type { Language } from "~/domain.ts";
import { type FormResult, parseForm } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { wordDiff } from "~/features/core/history/word-diff.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { Database } from "~db/connection.ts";
import type { ConflictAuthor } from "./conflict.ts";
import { writeProse } from "./mutations.server.ts";
import { proseOf } from "./queries.server.ts";
import { proseSchema } from "./schemas.ts";
import type { ReportSection } from "./sections.ts";

/** What the form of a section came to. */
export type ProseResult = FormResult<{ language: Language }, { conflict: ConflictAuthor | null }>;

/**
 * Writes a section's text as a form gave it.
 *
 * @throws Refusal 403, as `writeProse` does
 */
export function proseByForm(
  { db, by, viewer }: { db: Database; by: By; viewer: Viewer },
  { year, section }: { year: number; section: ReportSection },
  form: FormData,
): ProseResult {
  const parsed = parseForm(proseSchema, form);
  if (!parsed.ok) return { ...parsed, status: 422, conflict: null };
  const { language, prose, version } = parsed.value;
  const { status } = writeProse(db, by, viewer, { year, section, language, prose, version });
  if (status !== "stale") return { ok: true, language };
  const now = proseOf(db, year).get(section);
  const theirs = now?.prose[language] ?? "";
  return {
    ok: false,
    status: 409,
    problems: {},
    submitted: { language, prose, version: `${now?.version ?? 0}` },
    conflict: {
      language,
      version: now?.version ?? 0,
      by: now?.by ?? "",
      at: now ? +now.at : 0,
      theirs,
      parts: wordDiff(theirs, prose),
    },
  };
}
