import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFieldNames } from "~/features/actions/components/field-names.ts";
import type { FieldChange, HistoryLine, Shown } from "~/features/history/lines.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import { useWords, type Words } from "~/ui/words.ts";
import type { Board, Language, Level, NetworkKind, Principle, Priority, Role, SeatCapacity } from "~/words.ts";
import { WordDiff } from "./word-diff.tsx";

interface EventLineProps {
  line: HistoryLine;
  /** Names the action and links to it: not on the action's own page. */
  withAction?: boolean;
}

/** One line of history: who, when, what changed with its words struck and added, why. */
export function EventLine({ line, withAction = true }: EventLineProps) {
  const format = useFormat();
  const { by, at, why, changes, ref, title } = line;
  return (
    <li className="event" id={`event-${line.id}`}>
      <p className="event-head">
        <strong>{by ?? <Trans>Geneva planning</Trans>}</strong> <span className="soft">{format.instant(at)}</span>
      </p>
      <p>
        {withAction && ref && (
          <>
            <Link to={`/actions/${ref}`}>
              {ref} {title}
            </Link>
            {": "}
          </>
        )}
        <What line={line} />
      </p>
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </dl>
      )}
      {why && <blockquote>{why}</blockquote>}
    </li>
  );
}

function What({ line }: { line: HistoryLine }): ReactNode {
  const words = useWords();
  const from = line.from && words.stage(line.from);
  const to = line.to && words.stage(line.to);
  const person = line.person ?? "";
  const network = line.network ?? "";
  switch (line.kind) {
    case "action.created":
      return <Trans>entered in {to}</Trans>;
    case "action.edited":
      return <Trans>reworded or filed anew</Trans>;
    case "action.moved":
      if (line.undoes)
        return (
          <Trans>
            move taken back: {from} → {to}
          </Trans>
        );
      return from === to ? <Trans>placed elsewhere in {to}</Trans> : `${from} → ${to}`;
    case "network.created":
      return <Trans>network entered: {network}</Trans>;
    case "network.edited":
      return <Trans>network changed: {network}</Trans>;
    case "seat.created":
      return <Trans>seat in the committee entered, for {network}</Trans>;
    case "seat.edited":
      return <Trans>seat in the committee changed, for {network}</Trans>;
    case "seat.removed":
      return <Trans>seat in the committee removed, for {network}</Trans>;
    case "person.invited":
      return <Trans>somebody invited, for {network}</Trans>;
    case "person.joined":
      return (
        <Trans>
          {person} joined, for {network}
        </Trans>
      );
    case "person.edited":
      return <Trans>{person}: role, network or boards changed</Trans>;
    case "person.suspended":
      return <Trans>{person} suspended</Trans>;
    case "person.restored":
      return <Trans>{person} restored</Trans>;
  }
}

function Change({ change }: { change: FieldChange }) {
  const names = useFieldNames();
  const { field } = change;
  return (
    <div>
      <dt>{names(field)}</dt>
      <dd>
        {"parts" in change ? (
          <WordDiff parts={change.parts} lang={field.split(".")[1]} />
        ) : (
          <>
            {change.before !== null && (
              <del>
                <Value field={field} value={change.before} />
              </del>
            )}
            {change.before !== null && " "}
            <ins>{change.after === null ? <Trans>none</Trans> : <Value field={field} value={change.after} />}</ins>
          </>
        )}
      </dd>
    </div>
  );
}

function Value({ field, value }: { field: string; value: Shown }) {
  const { i18n } = useLingui();
  const words = useWords();
  const format = useFormat();
  const one = SPOKEN[field];
  const say = (item: string | number) => (one ? one(item, words, format) : String(item));
  const list = [value ?? ""].flat().map(say);
  return <span lang={one ? undefined : i18n.locale}>{format.list(list)}</span>;
}

type Speak = (value: string | number, words: Words, format: ReturnType<typeof useFormat>) => string;

/** How the values of a field are put into words; what is not named here is shown as it is. */
const SPOKEN: Record<string, Speak> = {
  board: (value, words) => words.board(value as Board),
  boards: (value, words) => words.board(value as Board),
  priority: (value, words) => words.priority(value as Priority),
  level: (value, words) => words.level(value as Level),
  role: (value, words) => words.role(value as Role),
  kind: (value, words) => words.kind(value as NetworkKind),
  capacity: (value, words) => words.capacity(value as SeatCapacity),
  principles: (value, words) => words.principle(Number(value) as Principle),
  start: (value, _, format) => format.quarter(String(value)),
  due: (value, _, format) => format.quarter(String(value)),
  sourceLanguage: (value) => LANGUAGE_NAMES[value as Language],
};
