import { msg } from "@lingui/core/macro";
import type { AnswerOutcome } from "~/domain.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import {
  authorOf,
  commentSentence,
  type KindsOf,
  type NotificationWording,
  networkOf,
} from "~/features/core/notifications/sentences.server.ts";
import type { SubjectPage } from "~/features/core/notifications/subject-pages.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";

/** What happened to a suggestion, as a person who is told of it reads it. */
export const suggestionNotifications: NotificationWording<KindsOf<"suggestion">> = {
  sentences: {
    "suggestion.submitted": (i18n, notice) => {
      const { reason } = notice;
      const format = formatOf(i18n);
      const who = authorOf(notice);
      const network = networkOf(i18n, notice);
      const day = notice.suggestion ? format.day(notice.suggestion.responseDue) : "";
      return reason === "coordinator"
        ? i18n._(msg`${who} suggests this, for ${network}. An answer is promised by ${day}.`)
        : i18n._(msg`${who} suggests this, for ${network}.`);
    },
    "suggestion.edited": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} reworded it. The earlier wording stays readable.`);
    },
    "suggestion.supported": (i18n, notice) => {
      const who = authorOf(notice);
      const network = networkOf(i18n, notice);
      return network ? i18n._(msg`${who} supports it, for ${network}.`) : i18n._(msg`${who} supports it.`);
    },
    "suggestion.commented": commentSentence,
    "suggestion.comment-edited": commentSentence,
    "suggestion.taken-up": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} took it up: it is under consideration.`);
    },
    "suggestion.put-off": (i18n, notice) => {
      const { after } = notice;
      const format = formatOf(i18n);
      const who = authorOf(notice);
      const day = format.day(new Date(`${after?.until}T00:00:00Z`));
      return i18n._(msg`${who} looks at it again on ${day}.`);
    },
    "suggestion.asked": (i18n, notice) => {
      const { reason } = notice;
      const who = authorOf(notice);
      return reason === "author" ? i18n._(msg`${who} asks you:`) : i18n._(msg`${who} asks the author:`);
    },
    "suggestion.merged": (i18n, notice) => {
      const { reason, after } = notice;
      const who = authorOf(notice);
      const other = suggestionName(Number(after?.into));
      return reason === "supporter"
        ? i18n._(
            msg`${who} merged it into ${other}, which says the same. Your voice counts there; you can take it back.`,
          )
        : i18n._(
            msg`${who} merged it into ${other}, which says the same. Its author, origin and voices stay visible there.`,
          );
    },
    "suggestion.unmerged": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} took the merge back: it stands by itself again.`);
    },
    "suggestion.answered": (i18n, notice) => {
      const { after } = notice;
      const labels = labelsOf(i18n);
      const who = authorOf(notice);
      const decision = labels.decision(after?.decision as AnswerOutcome);
      return i18n._(msg`${who} answered: ${decision}. The reason:`);
    },
    "suggestion.withdrawn": (i18n, notice) => {
      const who = authorOf(notice);
      return i18n._(msg`${who} withdrew it. The reason:`);
    },
  },
  headings: {
    suggestion: (_i18n, { suggestion }) =>
      suggestion && {
        name: `${suggestionName(suggestion.id)} ${suggestion.title}`,
        path: `/suggestions/${suggestion.id}`,
      },
  },
};

/** The page of a suggestion reads what somebody was told of it. */
export const suggestionSubjectPages: readonly SubjectPage[] = [
  { path: /^\/suggestions\/(\d+)$/, subjectOf: (_db, id) => suggestionSubject(Number(id)) },
];
