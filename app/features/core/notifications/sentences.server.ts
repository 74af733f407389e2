import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { Adoption, Decision, Health, Language, Stage, Translated } from "~/domain.ts";
import { suggestionName } from "~/features/core/references.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { NoticeRow } from "./queries.server.ts";

/** A notice as a person reads it, in the app and in a mail alike. */
export interface Sentence {
  text: string;
  /** What was said: a reason, a comment, a question. */
  quote: string | null;
}

/** Puts a notice into words, in the language of the catalog. */
export function sentenceOf(i18n: I18n, notice: NoticeRow): Sentence {
  const quote = quoteOf(i18n, notice);
  return { text: textOf(i18n, notice), quote };
}

/** What a notice is about, with the path to it. */
export function headingOf(i18n: I18n, notice: NoticeRow): { name: string; path: string } {
  const { suggestion, action, decision, quarter, thing } = notice;
  if (thing.startsWith("decision:") && decision)
    return { name: i18n._(msg`Decision: ${shortened(decision.text)}`), path: `/decisions/${decision.id}` };
  if (thing.startsWith("review:") && quarter) {
    const named = formatOf(i18n).quarter(quarter);
    return { name: i18n._(msg`Review of ${named}`), path: `/reviews/${quarter}` };
  }
  if (thing.startsWith("suggestion:") && suggestion)
    return { name: `${suggestionName(suggestion.id)} ${suggestion.title}`, path: `/suggestions/${suggestion.id}` };
  if (action) return { name: `${action.ref} ${action.title}`, path: `/actions/${action.ref}` };
  return { name: "INSP!R", path: "/" };
}

const NAME_AT_MOST = 90;

/** A decision has no title: its beginning stands for it, up to a word. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= NAME_AT_MOST ? line : `${line.slice(0, NAME_AT_MOST).replace(/\s\S*$/, "")} …`;
}

function textOf(i18n: I18n, notice: NoticeRow): string {
  const { kind, because, before, after, cause } = notice;
  const words = labelsOf(i18n);
  const format = formatOf(i18n);
  const who = notice.by ?? "INSP!R";
  const network = notice.network?.[i18n.locale as Language] ?? "";
  switch (kind) {
    case "suggestion.submitted": {
      const day = notice.suggestion ? format.day(notice.suggestion.promisedBy) : "";
      return because === "coordinator"
        ? i18n._(msg`${who} suggests this, for ${network}. An answer is promised by ${day}.`)
        : i18n._(msg`${who} suggests this, for ${network}.`);
    }
    case "suggestion.edited":
      return i18n._(msg`${who} reworded it. The earlier wording stays readable.`);
    case "suggestion.supported":
      return network ? i18n._(msg`${who} supports it, for ${network}.`) : i18n._(msg`${who} supports it.`);
    case "suggestion.commented":
    case "action.commented":
    case "review.commented":
      if (because === "replied") return i18n._(msg`${who} replies to you:`);
      return because === "mentioned" ? i18n._(msg`${who} names you in a comment:`) : i18n._(msg`${who} comments:`);
    case "suggestion.taken-up":
      return i18n._(msg`${who} took it up: it is under consideration.`);
    case "suggestion.put-off": {
      const day = format.day(new Date(`${after?.until}T00:00:00Z`));
      return i18n._(msg`${who} looks at it again on ${day}.`);
    }
    case "suggestion.asked":
      return because === "author" ? i18n._(msg`${who} asks you:`) : i18n._(msg`${who} asks the author:`);
    case "suggestion.merged": {
      const other = suggestionName(Number(after?.into));
      return because === "supporter"
        ? i18n._(
            msg`${who} merged it into ${other}, which says the same. Your voice counts there; you can take it back.`,
          )
        : i18n._(
            msg`${who} merged it into ${other}, which says the same. Its author, origin and voices stay visible there.`,
          );
    }
    case "suggestion.unmerged":
      return i18n._(msg`${who} took the merge back: it stands by itself again.`);
    case "suggestion.answered": {
      const decision = words.decision(after?.decision as Decision);
      return i18n._(msg`${who} answered: ${decision}. The reason:`);
    }
    case "suggestion.withdrawn":
      return i18n._(msg`${who} withdrew it. The reason:`);
    case "action.created": {
      if (because === "doer") return i18n._(msg`${who} entered this action and made you responsible for it.`);
      const stage = words.stage(after?.stage as Stage);
      return i18n._(msg`New on the board, in the stage “${stage}”.`);
    }
    case "action.edited":
      if (because === "doer") return i18n._(msg`${who} made you responsible for this action.`);
      if (cause && "decision" in cause) return i18n._(msg`It was changed as the committee decided.`);
      return cause && "suggestion" in cause
        ? i18n._(msg`It was changed as suggestion ${suggestionName(cause.suggestion)} asked.`)
        : i18n._(msg`${who} changed what it says or how it is filed.`);
    case "action.moved": {
      const from = words.stage(before?.stage as Stage);
      const to = words.stage(after?.stage as Stage);
      if (cause && "undo" in cause) return i18n._(msg`${who} took a move back: ${from} → ${to}.`);
      if (cause && "decision" in cause) return i18n._(msg`The committee decided: ${from} → ${to}.`);
      return because === "author" || because === "supporter"
        ? i18n._(msg`${who} moved the action that came of your suggestion: ${from} → ${to}.`)
        : i18n._(msg`${who} moved it: ${from} → ${to}.`);
    }
    case "link.created":
      return i18n._(msg`${who} names ${network} among the networks that it strengthens. An answer is asked for.`);
    case "link.removed":
      return i18n._(msg`${who} took ${network} off the networks that it strengthens. No answer is asked for any more.`);
    case "link.answered": {
      const answer = words.adoption(after?.answer as Adoption);
      return i18n._(msg`${network} answers: ${answer}.`);
    }
    case "check-in.given": {
      const health = words.health(after?.health as Health);
      return i18n._(msg`${who} checked in: ${health}.`);
    }
    case "document.added": {
      const title = String(after?.title ?? "");
      return i18n._(msg`${who} added a document: ${title}.`);
    }
    case "dependency.freed": {
      const on = String(after?.on);
      if (cause && "undo" in cause)
        return i18n._(msg`The way is not free after all: ${on}, for which it waits, is not done.`);
      const still = format.list((after?.still as string[] | undefined) ?? []);
      return still
        ? i18n._(msg`${on}, for which it waited, is done. It still waits for ${still}.`)
        : i18n._(msg`The way is free: ${on}, for which it waited, is done.`);
    }
    case "decision.proposed":
      return i18n._(msg`${who} proposes this to the committee. It waits for what your seat says.`);
    case "decision.edited":
      return i18n._(msg`${who} changed what is proposed. It waits anew for what your seat says.`);
    case "decision.lapsed":
      return i18n._(
        msg`Your seat in the committee changed hands, so what it had said to this lapsed. It waits for your position.`,
      );
    case "decision.adopted": {
      if (because !== "doer") return i18n._(msg`The committee adopted this decision.`);
      const due = notice.decision?.dueOn && format.day(dayAt(notice.decision.dueOn));
      return due
        ? i18n._(msg`The committee adopted this decision, and you are to carry it out by ${due}.`)
        : i18n._(msg`The committee adopted this decision, and you are to carry it out.`);
    }
    case "decision.rejected":
      return i18n._(msg`The committee did not adopt this.`);
    case "decision.withdrawn":
      return i18n._(msg`${who} withdrew what was proposed.`);
    case "decision.done":
      return after === null
        ? i18n._(msg`${who} says that it is not carried out after all.`)
        : i18n._(msg`${who} says that it is carried out.`);
    case "decision.due": {
      const due = format.day(dayAt(String(after?.dueOn)));
      return i18n._(msg`You are to carry it out by ${due}.`);
    }
    case "review.closed": {
      const adopted = notice.decided.length;
      return i18n._(
        msg`${plural(adopted, {
          0: "The committee closed this review, without a decision.",
          one: "The committee closed this review, with # decision:",
          other: "The committee closed this review, with # decisions:",
        })}`,
      );
    }
    default:
      return i18n._(msg`${who} changed something here.`);
  }
}

const dayAt = (day: string) => new Date(`${day}T00:00:00Z`);

function quoteOf(i18n: I18n, { why, after, kind, decision, decided }: NoticeRow): string | null {
  if (kind === "review.closed") return decided.map((text) => `– ${text}`).join("\n") || null;
  if (why) return why;
  if (kind.startsWith("decision.") && decision) return decision.text;
  const text = after?.text;
  if (typeof text === "string") return text;
  for (const said of [after?.reason, after?.outcome, after?.note, after?.how] as (Translated | null | undefined)[]) {
    const texts = said ?? {};
    const best = texts[i18n.locale as Language] ?? Object.values(texts)[0];
    if (best) return best;
  }
  return null;
}
