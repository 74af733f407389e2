import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { isOneOf, type Language, type Translated } from "~/domain.ts";
import { NOTIFIED_KINDS, type NotificationSubject, type NotifiedKind } from "./notice.ts";
import type { NoticeRow } from "./queries.server.ts";

/** A notice as a person reads it, in the app and in a mail alike. */
export interface Sentence {
  text: string;
  /** What was said: a reason, a comment, a question. */
  quote: string | null;
}

/** What a notice is about, with the path to it. */
interface Heading {
  name: string;
  path: string;
}

type SubjectKind = NotificationSubject extends `${infer Kind}:${string}` ? Kind : never;

/** Returns nothing where what the notice is about is not there. */
export type HeadingOf = (i18n: I18n, notice: NoticeRow) => Heading | "" | null;

type SentenceOf = (i18n: I18n, notice: NoticeRow) => string;

/** How the notices of some of the areas read. */
export interface NotificationWording<Kinds extends NotifiedKind = NotifiedKind> {
  sentences: Record<Kinds, SentenceOf>;
  headings: Partial<Record<SubjectKind, HeadingOf>>;
  /** What is quoted instead of the event's own text. */
  quotes?: Partial<Record<Kinds, (notice: NoticeRow) => string | null>>;
}

/** An area's kinds, by the words that they begin with. */
export type KindsOf<Subject extends string> = Extract<NotifiedKind, `${Subject}.${string}`>;

let registered: NotificationWording | undefined;

/** Called once, at the composition root (`app/areas.server.ts`), with the wording of all areas. */
export function registerNotifications(wording: NotificationWording): void {
  registered = wording;
}

/** @throws where no wording was registered */
function wordingOf(): NotificationWording {
  if (!registered) throw new Error("No area has registered how its notices read: app/areas.server.ts was not loaded.");
  return registered;
}

/** Puts a notice into words, in the language of the catalog. */
export function sentenceOf(i18n: I18n, notice: NoticeRow): Sentence {
  if (notice.comment?.withdrawnAt) {
    const who = authorOf(notice);
    return { text: i18n._(msg`${who} commented, and withdrew the comment later.`), quote: null };
  }
  const write = isOneOf(NOTIFIED_KINDS, notice.kind) ? wordingOf().sentences[notice.kind] : somethingChanged;
  return { text: write(i18n, notice), quote: quoteOf(i18n, notice) };
}

/** What a notice is about, with the path to it: the front page where it is not there any more. */
export function headingOf(i18n: I18n, notice: NoticeRow): Heading {
  const [kind] = notice.subject.split(":");
  return wordingOf().headings[kind as SubjectKind]?.(i18n, notice) || { name: "INSP!R", path: "/" };
}

/** Who brought it about: the network itself, where nobody did in person. */
export const authorOf = ({ by }: NoticeRow): string => by ?? "INSP!R";

/** The name of the network that the event is about, in the language of the catalog. */
export const networkOf = (i18n: I18n, { network }: NoticeRow): string => network?.[i18n.locale as Language] ?? "";

/** What a comment on anything is told with. */
export function commentSentence(i18n: I18n, notice: NoticeRow): string {
  const who = authorOf(notice);
  if (notice.reason === "replied") return i18n._(msg`${who} replies to you:`);
  return notice.reason === "mentioned" ? i18n._(msg`${who} names you in a comment:`) : i18n._(msg`${who} comments:`);
}

/** Of a kind that an earlier version told somebody of. */
function somethingChanged(i18n: I18n, notice: NoticeRow): string {
  const who = authorOf(notice);
  return i18n._(msg`${who} changed something here.`);
}

function quoteOf(i18n: I18n, notice: NoticeRow): string | null {
  const quoted = isOneOf(NOTIFIED_KINDS, notice.kind) && wordingOf().quotes?.[notice.kind];
  if (quoted) return quoted(notice);
  const { why, after, comment } = notice;
  // A comment is quoted as it stands: whoever hears of it late reads no text that was mended since.
  if (comment) return comment.text;
  if (why) return why;
  const text = after?.text;
  if (typeof text === "string") return text;
  for (const said of [after?.reason, after?.outcome, after?.note, after?.how] as (Translated | null | undefined)[]) {
    const texts = said ?? {};
    const best = texts[i18n.locale as Language] ?? Object.values(texts)[0];
    if (best) return best;
  }
  return null;
}
