import { Trans } from "@lingui/react/macro";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { Option } from "~/ui/select.tsx";
import type { Changeable, RowChange } from "./use-row-change.ts";

interface ChoiceCellProps {
  name: Changeable;
  /** What it is called; in a list of facts the fact's own name calls it. */
  label?: string;
  labelledBy?: string;
  value: string;
  text: string;
  options: () => readonly Option[];
  change: RowChange;
}

/** Keys that step through the choices of a closed list: each step is a change to the browser, and none is meant as final. */
const STEPS = /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|.)$/u;

/**
 * A value that can be chosen anew in its place. What the pointer or an open list chooses is saved at once; what the keys
 * step to is saved by Enter or by leaving the cell, and Escape takes it back. Its other choices are written only once somebody goes to it: fifty rows
 * with every network and quarter would be ten thousand.
 */
export function ChoiceCell({ name, label, labelledBy, value, text, options, change }: ChoiceCellProps) {
  const [visited, setVisited] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const stepping = useRef(false);
  const hint = useId();
  const shown = draft ?? change.shown(name) ?? value;
  const save = () => {
    if (draft !== null && draft !== value) change.choose({ name, value: draft });
    setDraft(null);
  };
  const press = (event: KeyboardEvent<HTMLSelectElement>) => {
    const opens = event.key === " " || event.altKey;
    stepping.current = !opens && STEPS.test(event.key);
    if (draft === null || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    if (event.key === "Enter") save();
    else setDraft(null);
  };
  const all = visited ? options() : [];
  const known = all.some(([one]) => one === shown);
  return (
    <>
      <select
        className="in-place"
        data-draft={draft !== null || undefined}
        aria-describedby={draft !== null ? hint : undefined}
        aria-label={label}
        aria-labelledby={labelledBy}
        value={shown}
        disabled={change.busy && change.wanted?.name !== name}
        aria-busy={change.busy || undefined}
        onFocus={() => setVisited(true)}
        onPointerEnter={() => setVisited(true)}
        onKeyDown={press}
        onPointerDown={() => {
          stepping.current = false;
        }}
        onBlur={save}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (stepping.current) return setDraft(chosen);
          setDraft(null);
          change.choose({ name, value: chosen });
        }}
      >
        {!known && <option value={shown}>{text}</option>}
        {all.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
      {draft !== null && (
        <small id={hint} className="in-place-hint" role="status">
          <Trans>Enter saves, Esc takes it back</Trans>
        </small>
      )}
    </>
  );
}
