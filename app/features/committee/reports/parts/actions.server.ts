import { msg, plural } from "@lingui/core/macro";
import type {
  ActionInReview,
  AssessedInReview,
  CheckInSaid,
  KeyResultInReview,
  MovedInReview,
  NeedsAttention,
  SlippedInReview,
} from "~/features/committee/reviews/snapshot.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Entry, PaperLine } from "../paper.ts";

/* How one action, key result or assessment is written in a document. */

/** Its reference and title. */
export function actionLine(
  { ref, titles, sourceLanguage }: Pick<ActionInReview, "ref" | "titles"> & Partial<ActionInReview>,
  { read }: DocumentTexts,
): PaperLine {
  return [{ text: ref, strong: true, ref }, " ", read(titles, sourceLanguage)];
}

/** Who leads it, who is responsible, and when it is due. */
function leadAndDue({ lead, responsible, due }: ActionInReview, { name, format, i18n }: DocumentTexts): string[] {
  const quarter = due && format.quarter(due);
  return [name(lead), ...(responsible ? [responsible] : []), ...(quarter ? [i18n._(msg`due ${quarter}`)] : [])];
}

/** The result that came with done, the reason for on hold and dropped, under its name. */
function outcomeOf({ outcome, sourceLanguage, stage }: ActionInReview, { read, i18n }: DocumentTexts): PaperLine[] {
  if (!outcome) return [];
  const label = stage === "done" ? i18n._(msg`Result:`) : i18n._(msg`Reason:`);
  return [[{ text: label, soft: true }, " ", read(outcome, sourceLanguage)]];
}

export function actionEntry(action: ActionInReview, texts: DocumentTexts): Entry {
  return { line: actionLine(action, texts), facts: leadAndDue(action, texts), notes: outcomeOf(action, texts) };
}

export function movedEntry(action: MovedInReview, texts: DocumentTexts): Entry {
  const { labels } = texts;
  const step = `${labels.stage(action.from)} → ${labels.stage(action.stage)}`;
  return {
    line: actionLine(action, texts),
    facts: [step, ...leadAndDue(action, texts)],
    notes: outcomeOf(action, texts),
  };
}

export function slippedEntry(action: SlippedInReview, texts: DocumentTexts): Entry {
  const { format, i18n, name, labels } = texts;
  const then = format.quarter(action.dueThen);
  const due = action.due ? format.quarter(action.due) : i18n._(msg`no due quarter`);
  return {
    line: actionLine(action, texts),
    facts: [`${then} → ${due}`, labels.stage(action.stage), name(action.lead)],
    notes: [],
  };
}

export function attentionEntry(action: NeedsAttention, texts: DocumentTexts): Entry {
  const { labels } = texts;
  const why = action.why.map((one) => whySaid(one, texts)).join("; ");
  return {
    line: actionLine(action, texts),
    facts: [labels.stage(action.stage), ...leadAndDue(action, texts)],
    notes: [[why], ...(action.checkIn ? checkInLines(action.checkIn, texts) : [])],
  };
}

/** What a check-in says happened and what stands in the way, each in its own line under its name. */
export function checkInLines(
  { at, happened, obstacles }: CheckInSaid,
  { i18n, dayOf, written }: DocumentTexts,
): PaperLine[] {
  const day = dayOf(at);
  return [
    [{ text: i18n._(msg`Check-in of ${day}:`), soft: true }, " ", written(happened)],
    ...obstacleLines(obstacles, { i18n, written }),
  ];
}

function obstacleLines(
  obstacles: CheckInSaid["obstacles"] | undefined,
  { i18n, written }: Pick<DocumentTexts, "i18n" | "written">,
): PaperLine[] {
  return obstacles ? [[{ text: i18n._(msg`What stands in the way:`), soft: true }, " ", written(obstacles)]] : [];
}

/** Why an action asks for attention, in words. */
export function whySaid(
  { what, quarters = 0, days = 0, never = false, refs = [] }: NeedsAttention["why"][number],
  { i18n, format }: DocumentTexts,
): string {
  switch (what) {
    case "late":
      return i18n._(msg`${plural(quarters, { one: "# quarter late", other: "# quarters late" })}`);
    case "off-track":
      return i18n._(msg`off track by its last check-in`);
    case "at-risk":
      return i18n._(msg`at risk by its last check-in`);
    case "stale":
      if (never) return i18n._(msg`never had a check-in`);
      return i18n._(msg`no check-in for ${plural(days, { one: "# day", other: "# days" })}`);
    case "waiting": {
      const others = format.list(refs);
      return i18n._(msg`waits for ${others}`);
    }
    case "promise-broken":
      return i18n._(msg`a suggestion about it waits for its answer longer than promised`);
  }
}

export function assessedEntry({ ref, titles, assessment, note }: AssessedInReview, texts: DocumentTexts): Entry {
  return {
    line: actionLine({ ref, titles }, texts),
    facts: [texts.labels.assessment(assessment)],
    notes: note ? [[texts.written(note)]] : [],
  };
}

export function keyResultEntry(result: KeyResultInReview, texts: DocumentTexts): Entry {
  const { i18n, format, labels, read, percent, dayOf, written } = texts;
  const value = (number: number | null) => (number === null ? "–" : format.number(number));
  const [start, target, latest] = [value(result.start), value(result.target), value(result.latest)];
  const { unit } = result;
  return {
    line: [{ text: result.ref, strong: true, ref: result.ref }, " ", read(result.names)],
    facts: [
      i18n._(msg`${latest} of ${target} ${unit}, from ${start}`),
      ...(result.progress === null ? [] : [percent(result.progress)]),
    ],
    notes: result.checkIns.flatMap(({ at, value: then, health, happened, obstacles }): PaperLine[] => [
      [
        {
          text: `${dayOf(at)} · ${labels.health(health)}${then === null ? "" : ` · ${value(then)} ${unit}`}:`,
          soft: true,
        },
        " ",
        written(happened),
      ],
      ...obstacleLines(obstacles, { i18n, written }),
    ]),
  };
}

/** A suggestion to a board that nobody answered in time. */
export function overdueEntry(
  { id, title, days }: { id: number; title: string; days: number },
  { i18n }: DocumentTexts,
): Entry {
  return {
    line: [{ text: suggestionName(id), strong: true }, ` ${title}`],
    facts: [i18n._(msg`${plural(days, { one: "# day later than promised", other: "# days later than promised" })}`)],
    notes: [],
  };
}
