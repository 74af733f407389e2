import { asc, sql } from "drizzle-orm";
import type { Language, MilestoneState, Translated } from "~/domain.ts";
import { textShown } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { milestones } from "~db/schema/plan.ts";

export interface Milestone {
  id: number;
  actionId: number;
  /** In the reader's language, or in the first that there is. */
  name: string;
  /** The language of the name, where it is not the reader's. */
  lang: Language | null;
  /** `2026-11-24`. */
  day: string;
  state: MilestoneState;
  version: number;
  /** The name as it is written, by language: for its form. */
  names: Translated;
}

/** The milestones of these actions in the order of their days. 1 statement, however many actions there are. */
export function milestonesOf(db: Database, actionIds: readonly number[], language: Language): Milestone[] {
  return db
    .select()
    .from(milestones)
    .where(sql`${milestones.actionId} in (select value from json_each(${JSON.stringify(actionIds)}))`)
    .orderBy(asc(milestones.day), asc(milestones.id))
    .all()
    .map(({ id, actionId, name, day, state, version }) => {
      const { text, lang } = textShown(name, language);
      return { id, actionId, name: text, lang, day, state, version, names: name };
    });
}
