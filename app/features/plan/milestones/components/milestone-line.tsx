import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import { MILESTONE_GLYPH, useLabels } from "~/ui/labels.ts";
import { isOverdue } from "../milestone.ts";
import type { Milestone } from "../queries.server.ts";

/** One milestone, in a line: its day, its name, and how it stands by a shape and a word. */
export function MilestoneLine({ milestone, today }: { milestone: Milestone; today: string }) {
  const format = useFormat();
  const labels = useLabels();
  const { name, lang, day, state } = milestone;
  const overdue = isOverdue(milestone, today);
  const when = format.day(Date.parse(`${day}T00:00:00Z`));
  return (
    <p className="milestone" data-state={state}>
      <span className="milestone-glyph" aria-hidden>
        {MILESTONE_GLYPH[state]}
      </span>
      <span>
        <span lang={lang ?? undefined}>{name}</span>{" "}
        <small className={overdue ? "overdue" : "soft"}>
          {overdue ? (
            <Trans>was due on {when}</Trans>
          ) : (
            <>
              <time dateTime={day}>{when}</time> · {labels.milestoneState(state)}
            </>
          )}
        </small>
      </span>
    </p>
  );
}
