import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type {
  ActionKind,
  Adoption,
  Assessment,
  Board,
  DecisionRule,
  Health,
  Language,
  Level,
  MilestoneState,
  NetworkKind,
  Principle,
  Priority,
  Recurrence,
  Role,
  SeatCapacity,
  SeatPosition,
  SpeakerCapacity,
} from "~/domain.ts";
import type { FieldChange as Change, Shown } from "~/features/core/history/field-change.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import { type Labels, useLabels } from "~/ui/labels.ts";
import type { PlainFields } from "~db/stored/action-fields.ts";
import { useFieldNames } from "./field-names.ts";
import { WordDiff } from "./word-diff.tsx";

/**
 * A field that changed, by its name: a text with its words struck and added, anything else as it was and as it is.
 *
 * @param alone the page on which the change stands by itself, offered where a long text is left out
 */
export function FieldChange({ change, alone }: { change: Change; alone?: string | undefined }) {
  const names = useFieldNames();
  const { field, name } = change;
  return (
    <div>
      <dt>{name ?? names(field)}</dt>
      <dd>
        {"parts" in change && change.parts === null ? (
          <LeftOut alone={alone} />
        ) : "parts" in change && change.parts ? (
          <WordDiff parts={change.parts} lang={field.split(".")[1]} />
        ) : (
          "before" in change && (
            <>
              {change.before !== null && (
                <del>
                  <FieldValue field={name ? "" : field} value={change.before} />
                </del>
              )}
              {change.before !== null && " "}
              <ins>
                {change.after === null ? (
                  <Trans>none</Trans>
                ) : (
                  <FieldValue field={name && !change.unit ? "" : field} value={change.after} />
                )}
                {change.unit && ` ${change.unit}`}
              </ins>
            </>
          )
        )}
      </dd>
    </div>
  );
}

function LeftOut({ alone }: { alone: string | undefined }) {
  return (
    <>
      <Trans>This text changed. It is too long to show here.</Trans>
      {alone && (
        <>
          {" "}
          <Link to={alone}>
            <Trans>Show this change</Trans>
          </Link>
        </>
      )}
    </>
  );
}

/** A field's value in the reader's words. */
export function FieldValue({ field, value }: { field: string; value: Shown }) {
  const { i18n } = useLingui();
  const words = useLabels();
  const format = useFormat();
  const one = SPOKEN[field];
  const say = (item: string | number) => (one ? one(item, words, format, i18n) : String(item));
  const list = [value ?? ""].flat().map(say);
  return <span lang={one ? undefined : i18n.locale}>{format.list(list)}</span>;
}

type Speak = (value: string | number, words: Labels, format: ReturnType<typeof useFormat>, i18n: I18n) => string;

const EVERY: Record<Recurrence, MessageDescriptor> = { quarter: msg`every quarter`, year: msg`every year` };

/** How the values of an action's fields are put into words; null where they are shown as they are, or by other means. */
const OF_ACTION: Record<keyof PlainFields, Speak | null> = {
  board: (value, words) => words.board(value as Board),
  stage: null,
  rank: null,
  priority: (value, words) => words.priority(value as Priority),
  actionKind: (value, words) => words.actionKind(value as ActionKind),
  level: (value, words) => words.level(value as Level),
  lead: null,
  responsible: null,
  partners: null,
  labels: null,
  principles: (value, words) => words.principle(Number(value) as Principle),
  start: (value, _, format) => format.quarter(String(value)),
  due: (value, _, format) => format.quarter(String(value)),
  sourceLanguage: (value) => LANGUAGE_NAMES[value as Language],
  outcome: null,
  origin: null,
};

/** How the values of a field are put into words; what is not named here is shown as it is. */
const SPOKEN: Record<string, Speak | null> = {
  ...OF_ACTION,
  every: (value, _, __, i18n) => i18n._(EVERY[value as Recurrence]),
  next: (value, _, format) => format.quarter(String(value)),
  boards: (value, words) => words.board(value as Board),
  role: (value, words) => words.role(value as Role),
  kind: (value, words) => words.kind(value as NetworkKind),
  capacity: (value, words) => words.capacity(value as SeatCapacity),
  meetingAt: (value, _, format) => format.instant(Date.parse(String(value))),
  answer: (value, words) => words.adoption(value as Adoption),
  health: (value, words) => words.health(value as Health),
  state: (value, words) => words.milestoneState(value as MilestoneState),
  day: (value, _, format) => format.day(Date.parse(`${value}T00:00:00Z`)),
  dueOn: (value, _, format) => format.day(Date.parse(`${value}T00:00:00Z`)),
  lookAgainOn: (value, _, format) => format.day(Date.parse(`${value}T00:00:00Z`)),
  assessment: (value, words) => words.assessment(value as Assessment),
  position: (value, words) => words.position(value as SeatPosition),
  rule: (value, words) => words.decisionRule(value as DecisionRule),
  value: (value, _, format) => format.number(Number(value)),
  from: (value, _, format) => format.number(Number(value)),
  target: (value, _, format) => format.number(Number(value)),
  perEuro: (value, _, format) => format.rate(Number(value)),
  voice: (value, words) => words.voice(value as SpeakerCapacity),
};
