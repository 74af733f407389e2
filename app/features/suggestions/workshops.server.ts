import { and, asc, count, desc, eq } from "drizzle-orm";
import { type By, change } from "~/features/core/history/change.server.ts";
import { maySuggest, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { drafts, suggestions, workshops } from "~db/schema/suggestions.ts";
import { forgetDraft } from "./drafts.server.ts";
import type { Content } from "./form.server.ts";
import { enterSuggestion } from "./mutations.server.ts";

/*
 * What was said at a workshop: a facilitator enters it in one sitting, each suggestion with its origin. While it is being
 * entered it is made of drafts, seen by the facilitator alone; then all of it is submitted at once.
 */

export interface NewWorkshop {
  occasion: string;
  place: string;
  heldOn: string;
}

/** @throws Refusal 403 for observers */
export function openWorkshop(db: Database, by: By, viewer: Viewer, { occasion, place, heldOn }: NewWorkshop): number {
  if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not enter what was said at a workshop`);
  const workshop = { facilitatorId: viewer.id, occasion, place, heldOn, createdAt: by.at };
  return change(db, by, (tx) => tx.insert(workshops).values(workshop).returning({ id: workshops.id }).get().id);
}

/** A workshop of this facilitator's; undefined for another's. 1 statement. */
export function findWorkshop(db: Database, viewer: Viewer, id: number) {
  return db
    .select()
    .from(workshops)
    .where(and(eq(workshops.id, Number.isInteger(id) ? id : 0), eq(workshops.facilitatorId, viewer.id)))
    .get();
}

export const WORKSHOPS_A_PAGE = 20;

/** A page of this facilitator's workshops, the latest first, with what was entered. 2 statements. */
export function workshopsOf(db: Database, viewer: Viewer, asked: number) {
  const mine = eq(workshops.facilitatorId, viewer.id);
  const total = db.select({ n: count() }).from(workshops).where(mine).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / WORKSHOPS_A_PAGE));
  const page = Math.min(asked, pages);
  const rows = db
    .select({
      workshop: workshops,
      entered: db.$count(drafts, eq(drafts.workshopId, workshops.id)),
      submitted: db.$count(suggestions, eq(suggestions.workshopId, workshops.id)),
    })
    .from(workshops)
    .where(mine)
    .orderBy(desc(workshops.id))
    .limit(WORKSHOPS_A_PAGE)
    .offset((page - 1) * WORKSHOPS_A_PAGE)
    .all();
  return {
    page,
    pages,
    workshops: rows.map(({ workshop: { id, occasion, place, heldOn }, ...counts }) => ({
      id,
      occasion,
      place,
      ...counts,
      heldOn: Date.parse(`${heldOn}T00:00:00Z`),
    })),
  };
}

/** What has been entered so far, in the order in which it was. 1 statement. */
export function enteredAt(db: Database, workshopId: number) {
  return db.select().from(drafts).where(eq(drafts.workshopId, workshopId)).orderBy(asc(drafts.id)).all();
}

/** What was submitted from a workshop. 1 statement. */
export function submittedFrom(db: Database, workshopId: number) {
  return db
    .select({ id: suggestions.id, title: suggestions.title, lang: suggestions.language, state: suggestions.state })
    .from(suggestions)
    .where(eq(suggestions.workshopId, workshopId))
    .orderBy(asc(suggestions.id))
    .all();
}

/** Submits all that was entered, in one transaction: either all of it is there, or none. */
export function submitWorkshop(
  db: Database,
  by: By,
  viewer: Viewer,
  workshopId: number,
  entered: { draft: number; content: Content }[],
): number[] {
  return change(db, by, (tx, record) =>
    entered.map(({ draft, content }) => {
      forgetDraft(tx, viewer, draft);
      return enterSuggestion(tx, record, by, viewer, content, workshopId);
    }),
  );
}
