import { msg } from "@lingui/core/macro";
import { eq } from "drizzle-orm";
import type { Adoption, Health, Stage } from "~/domain.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import {
  authorOf,
  commentSentence,
  type HeadingOf,
  type KindsOf,
  type NotificationWording,
  networkOf,
} from "~/features/core/notifications/sentences.server.ts";
import type { SubjectPage } from "~/features/core/notifications/subject-pages.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";
import { actions } from "~db/schema/plan.ts";

const headingOfAction: HeadingOf = (_i18n, { action }) =>
  action && { name: `${action.ref} ${action.title}`, path: `/actions/${action.ref}` };

/** What happened to an action, as a person who is told of it reads it. */
export const planNotifications: NotificationWording<
  KindsOf<"action" | "link" | "check-in" | "document" | "dependency">
> = {
  sentences: {
    "action.commented": commentSentence,
    "action.comment-edited": commentSentence,
    "action.created": (i18n, notice) => {
      const { reason, after } = notice;
      const labels = labelsOf(i18n);
      const who = authorOf(notice);
      if (reason === "doer") return i18n._(msg`${who} entered this action and made you responsible for it.`);
      const stage = labels.stage(after?.stage as Stage);
      return i18n._(msg`New on the board, in the stage “${stage}”.`);
    },
    "action.edited": (i18n, notice) => {
      const { reason, cause } = notice;
      const who = authorOf(notice);
      if (reason === "doer") return i18n._(msg`${who} made you responsible for this action.`);
      if (cause && "decision" in cause) return i18n._(msg`It was changed as the committee decided.`);
      return cause && "suggestion" in cause
        ? i18n._(msg`It was changed as suggestion ${suggestionName(cause.suggestion)} asked.`)
        : i18n._(msg`${who} changed what it says or how it is filed.`);
    },
    "action.moved": (i18n, notice) => {
      const { reason, before, after, cause } = notice;
      const labels = labelsOf(i18n);
      const who = authorOf(notice);
      const from = labels.stage(before?.stage as Stage);
      const to = labels.stage(after?.stage as Stage);
      if (cause && "undo" in cause) return i18n._(msg`${who} took a move back: ${from} → ${to}.`);
      if (cause && "decision" in cause) return i18n._(msg`The committee decided: ${from} → ${to}.`);
      return reason === "author" || reason === "supporter"
        ? i18n._(msg`${who} moved the action that came of your suggestion: ${from} → ${to}.`)
        : i18n._(msg`${who} moved it: ${from} → ${to}.`);
    },
    "link.created": (i18n, notice) => {
      const who = authorOf(notice);
      const network = networkOf(i18n, notice);
      return i18n._(msg`${who} names ${network} among the networks that it strengthens. An answer is asked for.`);
    },
    "link.removed": (i18n, notice) => {
      const who = authorOf(notice);
      const network = networkOf(i18n, notice);
      return i18n._(msg`${who} took ${network} off the networks that it strengthens. No answer is asked for any more.`);
    },
    "link.answered": (i18n, notice) => {
      const { after } = notice;
      const labels = labelsOf(i18n);
      const network = networkOf(i18n, notice);
      const answer = labels.adoption(after?.answer as Adoption);
      return i18n._(msg`${network} answers: ${answer}.`);
    },
    "check-in.given": (i18n, notice) => {
      const { after } = notice;
      const labels = labelsOf(i18n);
      const who = authorOf(notice);
      const health = labels.health(after?.health as Health);
      return i18n._(msg`${who} checked in: ${health}.`);
    },
    "document.added": (i18n, notice) => {
      const { after } = notice;
      const who = authorOf(notice);
      const title = String(after?.title ?? "");
      return i18n._(msg`${who} added a document: ${title}.`);
    },
    "dependency.freed": (i18n, { after, cause }) => {
      const format = formatOf(i18n);
      const on = String(after?.on);
      if (cause && "undo" in cause)
        return i18n._(msg`The way is not free after all: ${on}, for which it waits, is not done.`);
      const still = format.list((after?.still as string[] | undefined) ?? []);
      return still
        ? i18n._(msg`${on}, for which it waited, is done. It still waits for ${still}.`)
        : i18n._(msg`The way is free: ${on}, for which it waited, is done.`);
    },
  },
  // What a board's followers are told is about one of its actions.
  headings: { action: headingOfAction, board: headingOfAction },
};

/** The page of an action reads what somebody was told of it. */
export const planSubjectPages: readonly SubjectPage[] = [
  {
    path: /^\/actions\/([A-Z]{3}-\d+)$/,
    subjectOf: (db, ref) => {
      const action = db.select({ id: actions.id }).from(actions).where(eq(actions.ref, ref)).get();
      return action ? actionSubject(action.id) : null;
    },
  },
];
