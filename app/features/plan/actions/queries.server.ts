import { eq } from "drizzle-orm";
import type { Language, Translated } from "~/domain.ts";
import type { ActionScope } from "~/features/core/policy.ts";
import { languageShown } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { ActionText } from "~db/stored/action-fields.ts";
import type { Texts } from "./fields.ts";
import { type ActionRow, readTexts } from "./row.server.ts";

export interface PlanAction extends Omit<ActionRow, "leadId">, ActionScope {
  lead: Pick<typeof networks.$inferSelect, "id" | "kind" | "slug" | "names">;
  texts: Texts;
}

/** One action with its lead network and all its texts; undefined for an unknown reference. 2 statements. */
export function findAction(db: Database, ref: string): PlanAction | undefined {
  const found = db
    .select({
      row: actions,
      lead: { id: networks.id, kind: networks.kind, slug: networks.slug, names: networks.names },
    })
    .from(actions)
    .innerJoin(networks, eq(networks.id, actions.leadId))
    .where(eq(actions.ref, ref))
    .get();
  if (!found) return undefined;
  const { leadId: _, ...row } = found.row;
  return { ...row, lead: found.lead, texts: readTexts(db, row.id) };
}

/** A text in the reader's language, or in the language in which it was written, said so. */
export type Reading<T> = T & { language: Language };

export function readingOf(texts: Texts, wanted: Language, source: Language): Reading<ActionText> {
  const language = languageShown(texts, wanted, source) ?? source;
  return { title: "", description: "", expectedResult: "", ...texts[language], language };
}

export function translationOf(
  text: Translated | null,
  wanted: Language,
  source: Language,
): Reading<{ text: string }> | null {
  const language = text && languageShown(text, wanted, source);
  return language ? { text: text[language] ?? "", language } : null;
}
