import type { Language } from "~/domain.ts";
import {
  type FormResult,
  parseForm,
  type Submitted,
  submittedIn,
  textLanguageOf,
} from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { maySuggest, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { handleComment, isCommentIntent, toComment } from "~/features/plan/comments/form.server.ts";
import type { FoundPeople } from "~/features/plan/comments/notify.ts";
import { commentSchema } from "~/features/plan/comments/schemas.ts";
import { dayOf } from "~/lib/days.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { askAuthor, merge, putOff, takeUp, unmerge } from "./handling.server.ts";
import { withdrawSuggestion } from "./mutations.server.ts";
import { mergeSchema, putOffSchema, withdrawSchema } from "./schemas.ts";
import { support, withdrawSupport } from "./support.server.ts";
import { comment, editCommentOnSuggestion, withdrawCommentOnSuggestion } from "./talk.server.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

/** What a form on a suggestion's page came to. */
export type HandlingResult = FormResult<
  {
    done: string;
    /** The part of an address that leads to what was said; empty for others. */
    talk: string;
  },
  {
    intent: string;
    /** It was answered, merged or withdrawn while the page was open. */
    closed: boolean;
    /** People who were looked up, to be notified of a comment. */
    people?: FoundPeople | null;
  }
>;

/**
 * Does what a form on a suggestion's page asks, by its `intent`.
 *
 * @returns null when the form is none of ours
 * @throws Refusal 404 or 403, as the mutations do
 */
export function handleByForm(doing: FormContext, id: number, form: FormData): HandlingResult | null {
  const sent = form.get("intent");
  const intent = isCommentIntent(sent) ? "comment" : String(sent ?? "");
  const handler = Object.hasOwn(HANDLERS, intent) ? HANDLERS[intent] : undefined;
  if (!handler) return null;
  try {
    return handler(doing, id, form);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 409) throw refusal;
    return { ok: false, status: 409, intent, problems: {}, submitted: submittedIn(form), closed: true };
  }
}

const done = (what: string, talk = ""): HandlingResult => ({ ok: true, done: what, talk });

function invalid(
  intent: string,
  problems: Record<string, ProblemCode>,
  submitted: Submitted,
): Extract<HandlingResult, { ok: false }> {
  return { ok: false, status: 422, intent, problems, submitted, closed: false };
}

type Do = (doing: FormContext, id: number, form: FormData) => HandlingResult;

const HANDLERS: Record<string, Do> = {
  support: ({ db, by, viewer, networks }, id) => {
    support(db, by, viewer, networks, id);
    return done("supported");
  },
  "take-back": ({ db, by, viewer, networks }, id) => {
    withdrawSupport(db, by, viewer, networks, id);
    return done("taken-back");
  },
  comment: ({ db, by, viewer, language }, id, form) => {
    if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
    const result = handleComment({ db, viewer, language }, form, {
      create: (said) => comment(db, by, viewer, { suggestionId: id, ...said }),
      edit: (edit) => editCommentOnSuggestion(db, by, viewer, { suggestionId: id, ...edit }),
      withdraw: (asked) => withdrawCommentOnSuggestion(db, by, viewer, { suggestionId: id, ...asked }),
    });
    return result.ok ? done(result.done, toComment(result.id)) : { ...result, closed: false };
  },
  "take-up": ({ db, by, viewer }, id) => {
    takeUp(db, by, viewer, [id]);
    return done("taken-up");
  },
  "put-off": ({ db, by, viewer, at }, id, form) => {
    const parsed = parsePutOff(form, at);
    if (!parsed.ok) return invalid("put-off", parsed.problems, parsed.submitted);
    putOff(db, by, viewer, [id], parsed.value);
    return done("put-off");
  },
  ask: ({ db, by, viewer, language }, id, form) => {
    const parsed = parseForm(commentSchema, form);
    if (!parsed.ok) return invalid("ask", parsed.problems, parsed.submitted);
    askAuthor(db, by, viewer, { id, text: parsed.value.text, language: textLanguageOf(form, language) });
    return done("asked");
  },
  merge: ({ db, by, viewer }, id, form) => {
    // One of those at hand, unless a number is typed.
    if (!form.get("into")) form.set("into", String(form.get("alike") ?? ""));
    const parsed = parseForm(mergeSchema, form);
    if (!parsed.ok) return invalid("merge", parsed.problems, parsed.submitted);
    return merge(db, by, viewer, { id, into: parsed.value.into })
      ? done("merged")
      : invalid("merge", { into: "merge-impossible" }, { into: String(form.get("into") ?? "") });
  },
  unmerge: ({ db, by, viewer }, id) => {
    unmerge(db, by, viewer, id);
    return done("unmerged");
  },
  withdraw: ({ db, by, viewer }, id, form) => {
    const parsed = parseForm(withdrawSchema, form);
    if (!parsed.ok) return invalid("withdraw", parsed.problems, parsed.submitted);
    const { status } = withdrawSuggestion(db, by, viewer, { id, ...parsed.value });
    if (status !== "stale") return done("withdrawn");
    const { why } = parsed.value;
    return { ...invalid("withdraw", { why: "conflict" }, { why }), status: 409 };
  },
};

/** A day that has not passed, until which something is put off, and why. */
export function parsePutOff(form: FormData, at: Date) {
  const parsed = parseForm(putOffSchema, form);
  if (!parsed.ok || parsed.value.until > dayOf(at)) return parsed;
  const submitted: Submitted = { until: parsed.value.until, why: parsed.value.why };
  return { ok: false as const, problems: { until: "day-in-past" as const }, submitted };
}
