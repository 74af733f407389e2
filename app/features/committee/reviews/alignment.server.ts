import { and, eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { reviewSubject } from "~/features/core/notifications/notice.ts";
import { add, notify } from "~/features/core/notifications/notify.server.ts";
import { mayAlign, mayCommentOnView, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { committeeSeats } from "~/features/people/networks/queries.server.ts";
import {
  addressed,
  type Comment,
  type CommentChanged,
  type CommentEdit,
  editComment,
  type TalkPlace,
  withdrawComment,
  writeComment,
} from "~/features/plan/comments/mutations.server.ts";
import type { WithdrawnText } from "~/features/plan/comments/schemas.ts";
import type { Database } from "~db/connection.ts";
import { alignments } from "~db/schema/committee.ts";
import { loadReview } from "./mutations.server.ts";
import type { ViewSaid } from "./schemas.ts";
import { viewReaders } from "./views.server.ts";

/* The views with which the continental networks come to a review. All throw Refusal: 404 for an unknown review, 403 when
 * the network's view is not the viewer's. */

type AlignmentRow = typeof alignments.$inferSelect;

/** Of which review and which continental network. */
export interface ViewOf {
  reviewId: number;
  network: NetworkNode;
}

export type Aligned = { status: "saved" | "unchanged" | "stale" | "closed" };

/**
 * Writes a continental network's view: what goes well, what worries, what it asks. Until the review is closed.
 *
 * @param said its version is the one that the person had before them, 0 for none: another changes nothing and answers `stale`
 */
export function writeView(db: Database, by: By, viewer: Viewer, of: ViewOf, said: ViewSaid): Aligned {
  return change(db, by, (tx, record): Aligned => {
    const { row, closed } = loadView(db, tx, viewer, of);
    if (closed) return { status: "closed" };
    const { version, ...fields } = said;
    if ((row?.version ?? 0) !== version) return { status: "stale" };
    const before = row && textsOf(row);
    const after = textsOf(fields);
    if (before && row.language === fields.language && JSON.stringify(before) === JSON.stringify(after))
      return { status: "unchanged" };
    const written = { ...fields, updatedById: viewer.id, updatedAt: by.at };
    if (row) update(tx, row, written);
    else
      tx.insert(alignments)
        .values({ ...written, reviewId: of.reviewId, networkId: of.network.id, report: "" })
        .run();
    record({ kind: "review.aligned", reviewId: of.reviewId, networkId: of.network.id, before: before ?? null, after });
    return { status: "saved" };
  });
}

/**
 * Says what the representative reports back to the network after the meeting. After closing too: what is frozen stays as
 * it is, and the report stands on the view's own page with its day.
 */
export function reportBack(
  db: Database,
  by: By,
  viewer: Viewer,
  of: ViewOf,
  { version, report, language }: { version: number; report: string; language: Language },
): Aligned {
  return change(db, by, (tx, record): Aligned => {
    const { row } = loadView(db, tx, viewer, of);
    if ((row?.version ?? 0) !== version) return { status: "stale" };
    if (row?.report === report) return { status: "unchanged" };
    const written = { report, updatedById: viewer.id, reportedAt: by.at };
    if (row) update(tx, row, written);
    else
      tx.insert(alignments)
        .values({
          ...written,
          language,
          reviewId: of.reviewId,
          networkId: of.network.id,
          updatedAt: by.at,
          progress: "",
          concerns: "",
          asks: "",
        })
        .run();
    record({
      kind: "review.reported-back",
      reviewId: of.reviewId,
      networkId: of.network.id,
      before: { text: row?.report ?? "" },
      after: { text: report },
    });
    return { status: "saved" };
  });
}

/**
 * Comments on a continental network's view. Its author, who is named with @ and the author of what is replied to are told.
 *
 * @returns the comment's number
 * @throws Refusal 404 where no view is written yet, 403 for who is not of its branch
 */
export function commentOnView(
  db: Database,
  by: By,
  viewer: Viewer,
  of: ViewOf,
  said: Omit<Comment, "isQuestion">,
): number {
  return change(db, by, (tx, record) => {
    if (!mayCommentOnView(viewer, of.network)) throw new Refusal(403, `${viewer.role} may not comment on this view`);
    const row = viewOf(tx, of);
    if (!row) throw new Refusal(404, "There is no view to comment on yet.");
    const about = { alignmentId: row.id, reviewId: row.reviewId };
    const id = writeComment(tx, by, viewer, about, said);
    const event = record({
      kind: "review.commented",
      reviewId: of.reviewId,
      networkId: of.network.id,
      before: null,
      after: { comment: id, text: said.text },
    });
    const readers = viewReaders(db, of.network, loadReview(tx, of.reviewId));
    // Whoever wrote the view is told too: it is to them that its members speak.
    const audience = add(addressed(tx, said, new Map(), readers), [row.updatedById], "author");
    notify(tx, by, event, reviewSubject(of.reviewId), audience);
    return id;
  });
}

/** Edits one's own comment on a view; throws as `commentOnView` does, and as `editCommentOnAction`. */
export function editCommentOnView(db: Database, by: By, viewer: Viewer, of: ViewOf, edit: CommentEdit): CommentChanged {
  return change(db, by, (tx, record) => editComment(tx, record, by, viewer, talkPlace(db, tx, viewer, of), edit));
}

/** Withdraws one's own comment on a view; throws as `commentOnView` does, and as `withdrawCommentOnAction`. */
export function withdrawCommentOnView(
  db: Database,
  by: By,
  viewer: Viewer,
  of: ViewOf,
  asked: WithdrawnText,
): CommentChanged {
  return change(db, by, (tx, record) => withdrawComment(tx, record, by, viewer, talkPlace(db, tx, viewer, of), asked));
}

function talkPlace(db: Database, tx: Transaction, viewer: Viewer, of: ViewOf): TalkPlace {
  if (!mayCommentOnView(viewer, of.network)) throw new Refusal(403, `${viewer.role} may not comment on this view`);
  const row = viewOf(tx, of);
  if (!row) throw new Refusal(404, "There is no view to comment on yet.");
  return {
    about: { alignmentId: row.id, reviewId: row.reviewId },
    events: "review",
    subject: { reviewId: of.reviewId, networkId: of.network.id },
    noticeSubject: reviewSubject(of.reviewId),
    mayRead: viewReaders(db, of.network, loadReview(tx, of.reviewId)),
  };
}

/** A continental network's view of a review; undefined where nobody has written it yet. 1 statement. */
export function viewOf(db: Database | Transaction, { reviewId, network }: ViewOf): AlignmentRow | undefined {
  return db
    .select()
    .from(alignments)
    .where(and(eq(alignments.reviewId, reviewId), eq(alignments.networkId, network.id)))
    .get();
}

function loadView(db: Database, tx: Transaction, viewer: Viewer, of: ViewOf) {
  const review = loadReview(tx, of.reviewId);
  if (!mayAlign(viewer, of.network, committeeSeats(db)))
    throw new Refusal(403, `${viewer.role} may not speak for network ${of.network.id}`);
  return { row: viewOf(tx, of), closed: review.state === "closed" };
}

function update(tx: Transaction, row: AlignmentRow, fields: Partial<AlignmentRow>): void {
  tx.update(alignments)
    .set({ ...fields, version: row.version + 1 })
    .where(eq(alignments.id, row.id))
    .run();
}

function textsOf({ progress, concerns, asks }: Pick<AlignmentRow, "progress" | "concerns" | "asks">) {
  return { progress, concerns, asks };
}
