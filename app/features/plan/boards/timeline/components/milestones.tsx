import type { Milestone } from "~/features/plan/boards/timeline/queries.server.ts";
import { positionOf, type VisibleRange } from "~/features/plan/boards/timeline/visible-range.ts";
import { useFormat } from "~/ui/format.ts";
import { MILESTONE_GLYPH, useLabels } from "~/ui/labels.ts";

/** An action's milestones, each on a line of its own below the bar, its mark at its day and its name beside it. */
export function Milestones({ milestones, window }: { milestones: Milestone[]; window: VisibleRange }) {
  const format = useFormat();
  const labels = useLabels();
  const shown = milestones.flatMap((milestone) => {
    const at = positionOf(milestone.day, window);
    return at === null ? [] : [{ ...milestone, at: at / window.count }];
  });
  if (shown.length === 0) return null;
  return (
    <ul className="milestones">
      {shown.map(({ name, lang, day, state, at }, index) => (
        // Two may have the same name and day: their order is all that tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without a state of their own
        <li key={index} data-state={state} data-side={at > 0.5 ? "before" : "after"} style={place(at)}>
          <b role="img" aria-label={labels.milestoneState(state)}>
            {MILESTONE_GLYPH[state]}
          </b>
          <span>
            <span lang={lang ?? undefined}>{name}</span> <small>{format.day(+new Date(day))}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** In the left half its words run to the right of the mark, in the right half to its left: they never leave the row. */
function place(at: number): React.CSSProperties {
  const share = (part: number) => `${Math.round(part * 10_000) / 100}%`;
  return at > 0.5 ? { marginRight: share(1 - at) } : { marginLeft: share(at) };
}
