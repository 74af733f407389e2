import { and, eq } from "drizzle-orm";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { notifyOfAction } from "~/features/core/notifications/notify.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { workableAction } from "~/features/plan/actions/workable.server.ts";
import type { Database } from "~db/connection.ts";
import { documents } from "~db/schema/plan.ts";
import type { EventOf } from "~db/stored/events.ts";
import { safeName } from "./file-types.ts";
import { type Incoming, storeFile } from "./files.server.ts";
import type { AboutFile, NewLink } from "./schemas.ts";

/* All throw Refusal: 404 for an unknown action or document, 403 for those who may not work on the action. */

type Row = typeof documents.$inferSelect;
type Content = Pick<Row, "title" | "language" | "source"> &
  Partial<Pick<Row, "url" | "fileName" | "mediaType" | "bytes" | "sha256">>;

/** Adds a link to an action, and tells those who follow it. Returns the document's number. */
export function addLink(db: Database, by: By, viewer: Viewer, link: NewLink & { actionId: number }): number {
  const { actionId, ...content } = link;
  return change(db, by, (tx, record) => add(tx, record, by, viewer, actionId, content));
}

/**
 * Adds files that have come in to an action, and gives each its lasting name before the commit: no row ever names a file that
 * is not there. One alone has the title that was given; of several, each is called by its name. Returns the documents' numbers.
 */
export function addFiles(
  db: Database,
  by: By,
  viewer: Viewer,
  { actionId, files, title, ...about }: AboutFile & { actionId: number; files: readonly FileToAdd[] },
): number[] {
  return change(db, by, (tx, record) =>
    files.map(({ name, file }) => {
      const { sha256, bytes, mediaType } = file;
      const fileName = safeName(name, mediaType);
      const called = (files.length === 1 && title) || fileName;
      const content = { ...about, title: called, fileName, mediaType, bytes, sha256 };
      const id = add(tx, record, by, viewer, actionId, content);
      storeFile(file);
      return id;
    }),
  );
}

export interface FileToAdd {
  name: string;
  file: Incoming & { mediaType: string };
}

/** Takes a document off an action. A file stays on the disk until the nightly sweep; taking off twice is once. */
export function removeDocument(
  db: Database,
  by: By,
  viewer: Viewer,
  { actionId, document }: { actionId: number; document: number },
): void {
  change(db, by, (tx, record) => {
    const { board } = workableAction(tx, viewer, { id: actionId });
    const row = tx
      .select()
      .from(documents)
      .where(and(eq(documents.id, document), eq(documents.actionId, actionId)))
      .get();
    if (!row) throw new Refusal(404, `Action ${actionId} has no document ${document}.`);
    if (row.removedAt) return;
    tx.update(documents).set({ removedAt: by.at }).where(eq(documents.id, document)).run();
    record({ kind: "document.removed", board, actionId, before: recordedDocument(row), after: null });
  });
}

function add(tx: Transaction, record: RecordEvent, by: By, viewer: Viewer, actionId: number, content: Content): number {
  const { board } = workableAction(tx, viewer, { id: actionId });
  const row = tx
    .insert(documents)
    .values({ ...content, actionId, addedById: viewer.id, addedAt: by.at })
    .returning()
    .get();
  const event = record({ kind: "document.added", board, actionId, before: null, after: recordedDocument(row) });
  notifyOfAction(tx, by, event, actionId);
  return row.id;
}

/** What history says of a document. */
function recordedDocument({ id, title, url, fileName, source }: Row): EventOf<"document.added">["after"] {
  return { documentId: id, title, ...(url ? { url } : { fileName }), ...(source && { source }) };
}
