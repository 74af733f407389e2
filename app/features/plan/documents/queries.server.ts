import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema/people.ts";
import { documents } from "~db/schema/plan.ts";
import { type FileKind, isPreviewed, kindOf } from "./file-types.ts";

export const DOCUMENTS_A_PAGE = 30;

export interface DocumentShown {
  id: number;
  title: string;
  language: (typeof documents.$inferSelect)["language"];
  source: string;
  /** Null for a file. */
  url: string | null;
  /** Null for a link. */
  file: { name: string; kind: FileKind | null; bytes: number; previewed: "image" | "pdf" | null } | null;
  by: string;
  at: number;
}

/** An action's documents, newest first, a page at a time. 2 statements. */
export function documentsOf(db: Database, actionId: number, asked: number, aPage = DOCUMENTS_A_PAGE) {
  const there = and(eq(documents.actionId, actionId), isNull(documents.removedAt));
  const total = db.select({ n: count() }).from(documents).where(there).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / aPage));
  const page = Math.min(asked, pages);
  const rows = db
    .select({ document: documents, by: people.name })
    .from(documents)
    .innerJoin(people, eq(people.id, documents.addedById))
    .where(there)
    .orderBy(desc(documents.id))
    .limit(aPage)
    .offset((page - 1) * aPage)
    .all();
  return { total, page, pages, rows: rows.map(({ document, by }) => shown(document, by)) };
}

export type DocumentsShown = ReturnType<typeof documentsOf>;

/** A file that may be downloaded; undefined for a link, for what was removed and for what never was. 1 statement. */
export function findFile(db: Database, id: number) {
  const row = db
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), isNull(documents.removedAt)))
    .get();
  const { sha256, fileName, mediaType } = row ?? {};
  return sha256 && fileName && mediaType ? { sha256, fileName, mediaType } : undefined;
}

function shown(document: typeof documents.$inferSelect, by: string): DocumentShown {
  const { id, title, language, source, url, fileName, mediaType, bytes, addedAt } = document;
  const kind = kindOf(mediaType);
  const drawnAs = kind === "pdf" ? ("pdf" as const) : ("image" as const);
  const previewed = mediaType && isPreviewed(mediaType) ? drawnAs : null;
  const file = fileName === null ? null : { name: fileName, kind, bytes: bytes ?? 0, previewed };
  return { id, title, language, source, url, file, by, at: +addedAt };
}
