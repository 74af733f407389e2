import { msg, plural } from "@lingui/core/macro";
import { eq } from "drizzle-orm";
import { decisionSubject, reviewSubject } from "~/features/core/notifications/notice.ts";
import type { NoticeRow } from "~/features/core/notifications/queries.server.ts";
import {
  authorOf,
  commentSentence,
  type KindsOf,
  type NotificationWording,
} from "~/features/core/notifications/sentences.server.ts";
import type { SubjectPage } from "~/features/core/notifications/subject-pages.server.ts";
import { formatOf } from "~/ui/format.ts";
import { reviews } from "~db/schema/committee.ts";

/** What the committee decided, as a person who is told of it reads it. */
export const committeeNotifications: NotificationWording<KindsOf<"decision" | "review">> = {
  sentences: {
    "review.commented": commentSentence,
    "review.comment-edited": commentSentence,
    "decision.proposed": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} proposes this to the committee. It waits for what your seat says.`);
    },
    "decision.edited": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} changed what is proposed. It waits anew for what your seat says.`);
    },
    "decision.lapsed": (i18n) =>
      i18n._(
        msg`Your seat in the committee changed hands, so what it had said to this lapsed. It waits for your position.`,
      ),
    "decision.adopted": (i18n, notice) => {
      const { reason } = notice;
      const format = formatOf(i18n);
      if (reason !== "doer") return i18n._(msg`The committee adopted this decision.`);
      const due = notice.decision?.dueOn && format.day(dayAt(notice.decision.dueOn));
      return due
        ? i18n._(msg`The committee adopted this decision, and you are to carry it out by ${due}.`)
        : i18n._(msg`The committee adopted this decision, and you are to carry it out.`);
    },
    "decision.rejected": (i18n) => i18n._(msg`The committee did not adopt this.`),
    "decision.withdrawn": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} withdrew what was proposed.`);
    },
    "decision.done": (i18n, notice) => {
      const { after } = notice;
      const who = authorOf(notice);
      return after === null
        ? i18n._(msg`${who} says that it is not carried out after all.`)
        : i18n._(msg`${who} says that it is carried out.`);
    },
    "decision.due": (i18n, { after }) => {
      const format = formatOf(i18n);
      const due = format.day(dayAt(String(after?.dueOn)));
      return i18n._(msg`You are to carry it out by ${due}.`);
    },
    "review.closed": (i18n, notice) => {
      const adopted = notice.review?.decided.length ?? 0;
      return i18n._(
        msg`${plural(adopted, {
          0: "The committee closed this review, without a decision.",
          one: "The committee closed this review, with # decision:",
          other: "The committee closed this review, with # decisions:",
        })}`,
      );
    },
  },
  headings: {
    decision: (i18n, { decision }) =>
      decision && { name: i18n._(msg`Decision: ${shortened(decision.text)}`), path: `/decisions/${decision.id}` },
    review: (i18n, { review }) => {
      if (!review) return null;
      const named = formatOf(i18n).quarter(review.quarter);
      return { name: i18n._(msg`Review of ${named}`), path: `/reviews/${review.quarter}` };
    },
  },
  quotes: {
    "decision.proposed": wordingOf,
    "decision.edited": wordingOf,
    "decision.lapsed": wordingOf,
    "decision.adopted": wordingOf,
    "decision.rejected": wordingOf,
    "decision.withdrawn": wordingOf,
    "decision.done": wordingOf,
    "decision.due": wordingOf,
    "review.closed": ({ review }) => review?.decided.map((text) => `– ${text}`).join("\n") || null,
  },
};

/** The reason that was given, or what is proposed. */
function wordingOf({ why, decision }: NoticeRow): string | null {
  return why ?? decision?.text ?? null;
}

const dayAt = (day: string) => new Date(`${day}T00:00:00Z`);

const NAME_AT_MOST = 90;

/** A decision has no title: its beginning stands for it, up to a word. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= NAME_AT_MOST ? line : `${line.slice(0, NAME_AT_MOST).replace(/\s\S*$/, "")} …`;
}

/** The pages of a decision and of a review read what somebody was told of them. */
export const committeeSubjectPages: readonly SubjectPage[] = [
  { path: /^\/decisions\/(\d+)$/, subjectOf: (_db, id) => decisionSubject(Number(id)) },
  {
    path: /^\/reviews\/(\d{4}-Q[1-4])$/,
    subjectOf: (db, quarter) => {
      const review = db.select({ id: reviews.id }).from(reviews).where(eq(reviews.quarter, quarter)).get();
      return review ? reviewSubject(review.id) : null;
    },
  },
];
