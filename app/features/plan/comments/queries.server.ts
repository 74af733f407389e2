import { and, asc, count, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Language } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { comments, people } from "~db/schema.ts";
import { type About, on } from "./about.server.ts";
import { unmatchedMentions } from "./mentions.ts";
import { type MayRead, readersOf } from "./people.server.ts";

export const THREADS_A_PAGE = 30;

export interface CommentShown {
  id: number;
  by: string;
  at: number;
  text: string;
  language: Language;
  isQuestion: boolean;
}

/** A first comment with its replies, oldest first. */
export interface Thread extends CommentShown {
  replies: CommentShown[];
}

export interface TalkShown {
  /** Comments and replies together. */
  total: number;
  page: number;
  pages: number;
  threads: Thread[];
  /** Whom the reader's own comment, to which the address leads, names with @ without anybody being called so. */
  unmatched: string[];
}

/** Which part of the talk an address asks for: a page, or the one on which a comment stands. */
export interface TalkQuery {
  page: number | null;
  comment: number | null;
}

export function readTalkQuery(query: URLSearchParams): TalkQuery {
  return { page: numberIn(query, "page"), comment: numberIn(query, "comment") };
}

/**
 * Returns a page of the talk about a thing, oldest first; the last page unless another is asked for. At most 3 statements, and 1
 * more for a reader whose own comment with an @ the address leads to.
 */
export function commentsOn(db: Database, about: About, asked: TalkQuery, reader: Reader | null = null): TalkShown {
  const first = and(on(about), isNull(comments.replyToId));
  const { total = 0, roots = 0 } =
    db
      .select({ total: count(), roots: sql<number>`count(*) filter (where ${comments.replyToId} is null)` })
      .from(comments)
      .where(on(about))
      .get() ?? {};
  const pages = Math.max(1, Math.ceil(roots / THREADS_A_PAGE));
  const page = Math.min(asked.page ?? (asked.comment && pageOf(db, about, asked.comment)) ?? pages, pages);
  const threads = db
    .select({ id: comments.id })
    .from(comments)
    .where(first)
    .orderBy(asc(comments.id))
    .limit(THREADS_A_PAGE)
    .offset((page - 1) * THREADS_A_PAGE);
  const rows = db
    .select({ comment: comments, by: people.name })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(or(inArray(comments.id, threads), inArray(comments.replyToId, threads)))
    .orderBy(asc(comments.id))
    .all();
  const own = reader && rows.find(({ comment }) => comment.id === asked.comment && comment.authorId === reader.id);
  const unmatched = own?.comment.text.includes("@")
    ? unmatchedMentions(own.comment.text, readersOf(db, reader?.mayRead))
    : [];
  return { total, page, pages, threads: threaded(rows), unmatched };
}

interface Reader {
  id: string;
  /** Who else may read what is talked about; everybody with an account unless it says otherwise. */
  mayRead?: MayRead;
}

/** The page on which a comment stands; null for one that is about something else. 1 statement. */
function pageOf(db: Database, about: About, comment: number): number | null {
  const asked = alias(comments, "asked");
  const until = db
    .select({ first: sql`coalesce(${asked.replyToId}, ${asked.id})` })
    .from(asked)
    .where(eq(asked.id, comment));
  const before = db
    .select({ n: count() })
    .from(comments)
    .where(and(on(about), isNull(comments.replyToId), lte(comments.id, sql`(${until})`)))
    .get();
  return before?.n ? Math.ceil(before.n / THREADS_A_PAGE) : null;
}

function threaded(rows: { comment: typeof comments.$inferSelect; by: string }[]): Thread[] {
  const threads = new Map<number, Thread>();
  for (const { comment, by } of rows) {
    const { id, text, language, isQuestion, replyToId } = comment;
    const shown = { id, by, at: +comment.at, text, language, isQuestion };
    // Its first comment is older than any reply, and so has come before it.
    if (replyToId === null) threads.set(id, { ...shown, replies: [] });
    else threads.get(replyToId)?.replies.push(shown);
  }
  return [...threads.values()];
}

function numberIn(query: URLSearchParams, name: string): number | null {
  const number = Number(query.get(name));
  return Number.isInteger(number) && number > 0 ? number : null;
}
