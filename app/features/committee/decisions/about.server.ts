import { desc, eq, inArray } from "drizzle-orm";
import type { DecisionState, Language } from "~/domain.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { decisionConcerns, decisions, reviews } from "~db/schema/committee.ts";

/** A decision as the pages of what it concerns name it. */
export interface DecisionAbout {
  id: number;
  state: DecisionState;
  /** Its beginning, where it is long. */
  text: string;
  lang: Language | null;
  /** Of whose review it is. */
  quarter: string;
}

/** The newest of them: an action about which the committee decides more often has its history. */
const AT_MOST = 50;
const LETTERS_MOST = 200;

/** The decisions that concern an action or a suggestion, the newest first, whatever became of them. 1 statement. */
export function decisionsAbout(
  db: Database,
  about: { actionId: number } | { suggestionId: number },
  language: Language,
): DecisionAbout[] {
  const concerned =
    "actionId" in about
      ? eq(decisionConcerns.actionId, about.actionId)
      : eq(decisionConcerns.suggestionId, about.suggestionId);
  return db
    .select({
      id: decisions.id,
      state: decisions.state,
      text: decisions.text,
      lang: decisions.language,
      quarter: reviews.quarter,
    })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(
      inArray(decisions.id, db.select({ id: decisionConcerns.decisionId }).from(decisionConcerns).where(concerned)),
    )
    .orderBy(desc(decisions.id))
    .limit(AT_MOST)
    .all()
    .map(({ text, lang, ...row }) => ({ ...row, text: beginningOf(text), lang: foreign(lang, language) }));
}

/** Cut between words, where it is long. */
function beginningOf(text: string): string {
  return text.length > LETTERS_MOST ? `${text.slice(0, LETTERS_MOST).replace(/\s+\S*$/, "")}…` : text;
}
