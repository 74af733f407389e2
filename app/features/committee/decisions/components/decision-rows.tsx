import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "~/ui/format.ts";
import { SEAT_POSITION_GLYPH, useLabels } from "~/ui/labels.ts";
import type { ListedDecision } from "../list.server.ts";
import { DecisionMark } from "./decision-mark.tsx";

interface DecisionRowsProps {
  decisions: ListedDecision[];
  /** Today, `2026-11-24`. */
  today: string;
  /** Whether each says of which review it is. */
  withReview?: boolean;
  /** What a row offers beside. */
  aside?: (decision: ListedDecision) => ReactNode;
}

/** Decisions in a list: what is decided, how it stands, who does it and when. */
export function DecisionRows({ decisions, today, withReview = true, aside }: DecisionRowsProps) {
  const labels = useLabels();
  const format = useFormat();
  const day = (on: string) => format.day(new Date(`${on}T00:00:00Z`));
  return (
    <ul className="rows decisions">
      {decisions.map((decision) => {
        const { id, state, text, lang, dueOn, lookAgainOn, done, doer, network, quarter, refs } = decision;
        const who = [doer, network].filter(Boolean).join(", ");
        const late = state === "adopted" && !done && dueOn !== null && dueOn < today;
        const due = dueOn && day(dueOn);
        const again = lookAgainOn && day(lookAgainOn);
        const named = format.quarter(quarter);
        return (
          <li key={id} data-decision={id} data-state={state}>
            <div>
              <p className="decision-title alone">
                <Link to={`/decisions/${id}`} lang={lang ?? undefined}>
                  {text}
                </Link>
              </p>
              <p className="decision-foot">
                <DecisionMark state={state} />
                {withReview && (
                  <span>
                    <Trans>Review of {named}</Trans>
                  </span>
                )}
                {refs.length > 0 && <span className="ref">{refs.join(" · ")}</span>}
                {state === "proposed" && (
                  <span>
                    {(["consent", "objection", "abstention"] as const).map((position) => (
                      <span key={position} className="position-count">
                        <span aria-hidden>{SEAT_POSITION_GLYPH[position]}</span>
                        <span className="unseen">{labels.position(position)}</span> {decision[`${position}s`]}
                      </span>
                    ))}
                  </span>
                )}
                {who && <span>{who}</span>}
                {state === "adopted" && done && (
                  <span>
                    ◆ <Trans>carried out</Trans>
                  </span>
                )}
                {due && !done && (
                  <span className={late ? "overdue" : undefined}>
                    {late ? <Trans>was due on {due}</Trans> : <Trans>by {due}</Trans>}
                  </span>
                )}
                {again && state === "adopted" && (
                  <span>
                    <Trans>look again on {again}</Trans>
                  </span>
                )}
              </p>
            </div>
            {aside?.(decision)}
          </li>
        );
      })}
    </ul>
  );
}
