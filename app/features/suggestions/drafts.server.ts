import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { submittedIn } from "~/features/core/forms.server.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { KEY_FIELD } from "~/ui/form-key.ts";
import type { Database } from "~db/connection.ts";
import { drafts } from "~db/schema/suggestions.ts";

/*
 * Drafts: what somebody has typed so far, right or not. They are their author's alone and no part of history; what is
 * submitted becomes a suggestion, with its event.
 */

/** Under which a draft keeps the one-time key of the form that it was last typed in. */
const MADE_BY = "madeBy";

export type Draft = typeof drafts.$inferSelect;

/** More than a person needs, and less than fills the disk. */
const DRAFTS_AT_MOST = 200;
const CHARACTERS_AT_MOST = 100_000;

/** A draft of this viewer's; undefined for another's and for one that is gone. 1 statement. */
export function findDraft(db: Database | Transaction, viewer: Viewer, id: number): Draft | undefined {
  return db.select().from(drafts).where(mine(viewer, id)).get();
}

/** This viewer's own drafts, the latest first, without those of a workshop. 1 statement. */
export function draftsOf(db: Database, viewer: Viewer): Draft[] {
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.authorId, viewer.id), isNull(drafts.workshopId)))
    .orderBy(desc(drafts.updatedAt))
    .limit(DRAFTS_AT_MOST)
    .all();
}

/**
 * Keeps what a form holds, as typed.
 *
 * @returns the draft's id: the one that the form names or has made before, or a new one; null when there is no room for another
 */
export function saveDraft(
  db: Database,
  { viewer, by }: { viewer: Viewer; by: By },
  form: FormData,
  workshopId: number | null = null,
): number | null {
  const { draft, intent: _, ...texts } = submittedIn(form, LIST_FIELDS);
  const key = form.get(KEY_FIELD);
  const submitted = typeof key === "string" ? { ...texts, [MADE_BY]: key } : texts;
  if (JSON.stringify(submitted).length > CHARACTERS_AT_MOST) return null;
  const known = findDraft(db, viewer, Number(draft)) ?? findDraftOfForm(db, viewer, key);
  if (known) {
    db.update(drafts).set({ formValues: submitted, updatedAt: by.at }).where(mine(viewer, known.id)).run();
    return known.id;
  }
  return change(db, by, (tx) => {
    const { n } = tx.select({ n: count() }).from(drafts).where(eq(drafts.authorId, viewer.id)).get() ?? { n: 0 };
    if (n >= DRAFTS_AT_MOST) return null;
    const kept = { authorId: viewer.id, workshopId, formValues: submitted, updatedAt: by.at };
    return tx.insert(drafts).values(kept).returning({ id: drafts.id }).get().id;
  });
}

export function forgetDraft(db: Database | Transaction, viewer: Viewer, id: number): void {
  db.delete(drafts).where(mine(viewer, id)).run();
}

/**
 * The draft that a rendering of a form has made, by the form's one-time key; undefined where it has made none. The form does
 * not know its draft's id where the answer to keeping it was lost.
 */
export function findDraftOfForm(
  db: Database | Transaction,
  viewer: Viewer,
  key: FormDataEntryValue | null,
): Draft | undefined {
  if (typeof key !== "string") return undefined;
  const made = sql`json_extract(${drafts.formValues}, ${`$.${MADE_BY}`}) = ${key}`;
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.authorId, viewer.id), made))
    .get();
}

/** What a draft is called in a list. */
export function draftTitle({ formValues }: Pick<Draft, "formValues">): string {
  return [formValues.title ?? ""].flat()[0]?.trim() ?? "";
}

const mine = (viewer: Viewer, id: number) =>
  and(eq(drafts.id, Number.isInteger(id) ? id : 0), eq(drafts.authorId, viewer.id));
