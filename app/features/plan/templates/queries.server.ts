import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { foreign } from "~/i18n/languages.ts";
import { foldedWords } from "~/lib/fold.ts";
import type { Database } from "~db/connection.ts";
import { actionTemplates } from "~db/schema/plan.ts";
import { titleOfTemplate } from "./content.ts";

export type TemplateRow = typeof actionTemplates.$inferSelect;

/** A template as a list names it. */
export interface TemplateShown {
  id: number;
  board: Board;
  title: string;
  /** The language of the title, where it is not the reader's. */
  lang: Language | null;
  retired: boolean;
}

/** How many templates are offered at once to whoever makes an action. */
const OFFERED = 8;

/** One template, whether it is still offered or not; undefined for an unknown number. 1 statement. */
export function findTemplate(db: Database, id: number): TemplateRow | undefined {
  return Number.isSafeInteger(id)
    ? db.select().from(actionTemplates).where(eq(actionTemplates.id, id)).get()
    : undefined;
}

/** The templates of a board by title, those that are no longer offered last. 1 statement. */
export function templatesOf(db: Database, board: Board, language: Language): TemplateShown[] {
  const rows = db.select().from(actionTemplates).where(eq(actionTemplates.board, board)).all();
  return byTitle(rows, language).sort((a, b) => Number(a.retired) - Number(b.retired));
}

/**
 * The templates of some boards that an action can be made from, as many as are offered at once. 1 statement.
 *
 * @param words what somebody looks for: each word must stand in a title, in whatever language
 */
export function offeredTemplates(
  db: Database,
  boards: readonly Board[],
  words: string,
  language: Language,
): { found: TemplateShown[]; total: number } {
  const rows = db
    .select()
    .from(actionTemplates)
    .where(and(inArray(actionTemplates.board, [...boards]), isNull(actionTemplates.retiredAt)))
    .orderBy(asc(actionTemplates.id))
    .all();
  const sought = foldedWords(words);
  const found = rows.filter(({ content }) => {
    const titles = foldedWords(
      Object.entries(content)
        .flatMap(([name, text]) => (name.startsWith("title.") ? [String(text)] : []))
        .join(" "),
    );
    return sought.every((word) => titles.some((one) => one.startsWith(word)));
  });
  return { found: byTitle(found, language).slice(0, OFFERED), total: rows.length };
}

function byTitle(rows: readonly TemplateRow[], language: Language): TemplateShown[] {
  const { compare } = new Intl.Collator(language);
  return rows
    .map(({ id, board, content, retiredAt }) => {
      const { title, lang } = titleOfTemplate(content, language);
      return { id, board, title, lang: foreign(lang, language), retired: retiredAt !== null };
    })
    .sort((a, b) => compare(a.title, b.title) || a.id - b.id);
}
