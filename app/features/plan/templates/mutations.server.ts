import { and, count, eq, isNull } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayEditTemplates, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { actionTemplates } from "~db/schema/plan.ts";
import type { TemplateContent } from "~db/stored/templates.ts";
import type { TemplateRow } from "./queries.server.ts";

/* Templates are entered, changed, retired and restored by whoever may enter actions on their board. All throw Refusal: 403 for
 * others, 404 for a template that the board does not have. */

/** How many templates a board offers at most. */
export const TEMPLATES_MOST = 100;

export type TemplateChanged = { status: "saved"; id: number } | { status: "unchanged" | "stale" | "too-many" };

/** Which template, and the version of it that the person had before them. */
export interface WhichTemplate {
  board: Board;
  id: number;
  version: number;
}

/** Enters a template of a board. */
export function createTemplate(
  db: Database,
  by: By,
  viewer: Viewer,
  board: Board,
  content: TemplateContent,
): TemplateChanged {
  return change(db, by, (tx, record): TemplateChanged => {
    mustEditTemplates(viewer, board);
    if (isFull(tx, board)) return { status: "too-many" };
    const { id } = tx
      .insert(actionTemplates)
      .values({ board, content, createdAt: by.at })
      .returning({ id: actionTemplates.id })
      .get();
    record({ kind: "template.created", board, before: null, after: { templateId: id, ...content } });
    return { status: "saved", id };
  });
}

/** Changes what a template holds. Actions that were made from it stay as they are. */
export function editTemplate(
  db: Database,
  by: By,
  viewer: Viewer,
  { board, id, version }: WhichTemplate,
  content: TemplateContent,
): TemplateChanged {
  return change(db, by, (tx, record): TemplateChanged => {
    mustEditTemplates(viewer, board);
    const row = templateOf(tx, board, id);
    if (row.version !== version || row.retiredAt) return { status: "stale" };
    if (sameValue(row.content, content)) return { status: "unchanged" };
    tx.update(actionTemplates)
      .set({ content, version: version + 1 })
      .where(eq(actionTemplates.id, id))
      .run();
    const [before, after] = [row.content, content].map((one) => ({ templateId: id, ...one })) as [
      TemplateContent & { templateId: number },
      TemplateContent & { templateId: number },
    ];
    record({ kind: "template.edited", board, before, after });
    return { status: "saved", id };
  });
}

/** Offers a template no longer, or offers it again. */
export function retireTemplate(
  db: Database,
  by: By,
  viewer: Viewer,
  { board, id, version }: WhichTemplate,
  retired: boolean,
): TemplateChanged {
  return change(db, by, (tx, record): TemplateChanged => {
    mustEditTemplates(viewer, board);
    const row = templateOf(tx, board, id);
    if (row.version !== version) return { status: "stale" };
    if ((row.retiredAt !== null) === retired) return { status: "unchanged" };
    if (!retired && isFull(tx, board)) return { status: "too-many" };
    tx.update(actionTemplates)
      .set({ retiredAt: retired ? by.at : null, version: version + 1 })
      .where(eq(actionTemplates.id, id))
      .run();
    const content = { templateId: id, ...row.content };
    record(
      retired
        ? { kind: "template.retired", board, before: content, after: null }
        : { kind: "template.restored", board, before: null, after: content },
    );
    return { status: "saved", id };
  });
}

function mustEditTemplates(viewer: Viewer, board: Board): void {
  if (!mayEditTemplates(viewer, board)) throw new Refusal(403, `${viewer.id} keeps no templates of ${board}.`);
}

function isFull(tx: Transaction, board: Board): boolean {
  const offered = tx
    .select({ n: count() })
    .from(actionTemplates)
    .where(and(eq(actionTemplates.board, board), isNull(actionTemplates.retiredAt)))
    .get();
  return (offered?.n ?? 0) >= TEMPLATES_MOST;
}

function templateOf(tx: Transaction, board: Board, id: number): TemplateRow {
  const row = tx
    .select()
    .from(actionTemplates)
    .where(and(eq(actionTemplates.id, id), eq(actionTemplates.board, board)))
    .get();
  if (!row) throw new Refusal(404, `The board ${board} has no template ${id}.`);
  return row;
}
