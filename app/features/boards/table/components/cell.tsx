import { useState } from "react";
import type { Option } from "~/ui/select.tsx";
import type { Changeable, RowChange } from "./use-row-change.ts";

interface ChoiceCellProps {
  name: Changeable;
  label: string;
  value: string;
  text: string;
  options: () => readonly Option[];
  change: RowChange;
}

/**
 * A value that can be chosen anew in its place. Its other choices are written only once somebody goes to it: fifty rows
 * with every network and quarter would be ten thousand.
 */
export function ChoiceCell({ name, label, value, text, options, change }: ChoiceCellProps) {
  const [visited, setVisited] = useState(false);
  const shown = change.shown(name) ?? value;
  const all = visited ? options() : [];
  const known = all.some(([one]) => one === shown);
  return (
    <select
      className="in-place"
      aria-label={label}
      value={shown}
      disabled={change.busy && change.wanted?.name !== name}
      aria-busy={change.busy || undefined}
      onFocus={() => setVisited(true)}
      onPointerEnter={() => setVisited(true)}
      onChange={(event) => change.choose({ name, value: event.currentTarget.value })}
    >
      {!known && <option value={shown}>{text}</option>}
      {all.map(([one, said]) => (
        <option key={one} value={one}>
          {said}
        </option>
      ))}
    </select>
  );
}
