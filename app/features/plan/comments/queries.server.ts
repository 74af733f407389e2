import { and, asc, count, desc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Language } from "~/domain.ts";
import { isReadable, readablePayload } from "~/features/core/history/readable.server.ts";
import { mayChangeComment, type Viewer } from "~/features/core/policy.ts";
import type { References } from "~/features/plan/references/references.server.ts";
import type { TextLink } from "~/features/plan/references/text-link.ts";
import { linkBudget, linksIn } from "~/features/plan/references/text-links.server.ts";
import type { Database } from "~db/connection.ts";
import { comments, events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
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
  version: number;
  editedAt: number | null;
  /** When its author withdrew it: its text is empty. */
  withdrawnAt: number | null;
  /** Whether the reader may edit and withdraw it. */
  mayChange: boolean;
}

/** What a comment said before it was edited. */
export interface EarlierText {
  text: string;
  language: Language;
  /** Until when it stood. */
  until: number;
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
  /** The earlier texts of the comment whose edits the address asks for, the latest first. */
  earlier: { comment: number; texts: EarlierText[] } | null;
  /** The reader's newest comment here, which tells a page that was sent from one that others have added to. */
  ownNewest: number;
}

/** The talk with what of each text is a link, as a page shows it. */
export interface LinkedTalk extends Omit<TalkShown, "threads" | "earlier"> {
  threads: (Linked<CommentShown> & { replies: Linked<CommentShown>[] })[];
  earlier: { comment: number; texts: Linked<EarlierText>[] } | null;
}

export type Linked<Shown> = Shown & { links: TextLink[] };

/** All texts of a page of the talk: what a page asks `loadReferences` for. */
export function textsOfTalk({ threads, earlier }: TalkShown): string[] {
  return [
    ...threads.flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)]),
    ...(earlier?.texts ?? []).map(({ text }) => text),
  ];
}

/** Finds the links in the texts of a page of the talk, as far as their budget goes. */
export function linkTalk(talk: TalkShown, references: References): LinkedTalk {
  const budget = linkBudget();
  const link = <Shown extends { text: string }>(shown: Shown): Linked<Shown> => ({
    ...shown,
    links: linksIn(shown.text, references, budget),
  });
  const { earlier } = talk;
  return {
    ...talk,
    threads: talk.threads.map((thread) => ({ ...link(thread), replies: thread.replies.map(link) })),
    earlier: earlier && { comment: earlier.comment, texts: earlier.texts.map(link) },
  };
}

/** Which part of the talk an address asks for: a page, or the one on which a comment stands. */
export interface TalkQuery {
  page: number | null;
  comment: number | null;
  /** The comment whose earlier texts are to be read. */
  earlier?: number | null;
}

export function readTalkQuery(query: URLSearchParams): TalkQuery {
  const earlier = numberIn(query, "earlier");
  return { page: numberIn(query, "page"), comment: numberIn(query, "comment") ?? earlier, earlier };
}

/** Of a comment that was edited more often, the latest so many earlier texts are shown. */
const EARLIER_MOST = 20;

/**
 * Returns a page of the talk about a thing, oldest first; the last page unless another is asked for. At most 3 statements, and 1
 * more for a reader whose own comment with an @ the address leads to, and 1 for the earlier texts that it asks for.
 */
export function commentsOn(db: Database, about: About, asked: TalkQuery, reader: Reader | null = null): TalkShown {
  const first = and(on(about), isNull(comments.replyToId));
  const {
    total = 0,
    roots = 0,
    ownNewest = 0,
  } = db
    .select({
      total: count(),
      roots: sql<number>`count(*) filter (where ${comments.replyToId} is null)`,
      ownNewest: sql<number>`coalesce(max(${comments.id}) filter (where ${comments.authorId} = ${reader?.viewer.id ?? ""}), 0)`,
    })
    .from(comments)
    .where(on(about))
    .get() ?? {};
  const pages = Math.max(1, Math.ceil(roots / THREADS_A_PAGE));
  const page = Math.min(asked.page ?? (asked.comment && pageOf(db, about, asked.comment)) ?? pages, pages);
  const onPage = db
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
    .where(or(inArray(comments.id, onPage), inArray(comments.replyToId, onPage)))
    .orderBy(asc(comments.id))
    .all();
  const own =
    reader && rows.find(({ comment }) => comment.id === asked.comment && comment.authorId === reader.viewer.id);
  const unmatched = own?.comment.text.includes("@")
    ? unmatchedMentions(own.comment.text, readersOf(db, reader?.mayRead))
    : [];
  const edited = rows.find(({ comment }) => comment.id === asked.earlier && comment.editedAt && !comment.withdrawnAt);
  const earlier = edited && { comment: edited.comment.id, texts: earlierTexts(db, about, edited.comment.id) };
  const threads = threaded(rows, reader?.viewer ?? null);
  return { total, page, pages, threads, unmatched, earlier: earlier ?? null, ownNewest };
}

/** What a comment said before each of its edits, the latest first. 1 statement. */
function earlierTexts(db: Database, about: About, comment: number): EarlierText[] {
  return db
    .select({ before: readablePayload(db, events.before), at: events.at })
    .from(events)
    .where(
      and(
        eventsAbout(about),
        inArray(events.kind, ["action.comment-edited", "suggestion.comment-edited", "review.comment-edited"]),
        isReadable(db),
        sql`${events.after} ->> '$.comment' = ${comment}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(EARLIER_MOST)
    .all()
    .map(({ before, at }) => ({
      text: String(before?.text ?? ""),
      language: before?.language as Language,
      until: +at,
    }));
}

function eventsAbout(about: About) {
  if ("actionId" in about) return eq(events.actionId, about.actionId);
  if ("suggestionId" in about) return eq(events.suggestionId, about.suggestionId);
  return eq(events.reviewId, about.reviewId);
}

interface Reader {
  viewer: Viewer;
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

function threaded(rows: { comment: typeof comments.$inferSelect; by: string }[], viewer: Viewer | null): Thread[] {
  const threads = new Map<number, Thread>();
  for (const { comment, by } of rows) {
    const { id, text, language, isQuestion, replyToId, version, editedAt, withdrawnAt } = comment;
    const shown: CommentShown = {
      id,
      by,
      at: +comment.at,
      text,
      language,
      isQuestion,
      version,
      editedAt: editedAt && +editedAt,
      withdrawnAt: withdrawnAt && +withdrawnAt,
      mayChange: viewer !== null && mayChangeComment(viewer, comment),
    };
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
