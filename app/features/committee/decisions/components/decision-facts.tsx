import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { suggestionName } from "~/features/core/references.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { DecisionScreen } from "../screen.server.ts";

/** Who does it, when, what it concerns, and which other decisions it belongs with. */
export function DecisionFacts({ screen, today }: { screen: DecisionScreen; today: string }) {
  const labels = useLabels();
  const format = useFormat();
  const { doer, doerNetwork, dueOn, lookAgainOn, doneAt, actions, suggestions, revisits, revisitedBy } = screen;
  const { looks, ended } = screen;
  const day = (on: string) => format.day(new Date(`${on}T00:00:00Z`));
  const overdue = screen.state === "adopted" && doneAt === null && !ended && dueOn !== null && dueOn < today;
  return (
    <dl className="facts decision-facts">
      {(doer || doerNetwork) && (
        <>
          <dt>
            <Trans>Who does it</Trans>
          </dt>
          <dd>
            {doer}
            {doer && doerNetwork && ", "}
            {doerNetwork && <Link to={`/networks/${doerNetwork.slug}`}>{doerNetwork.name}</Link>}
          </dd>
        </>
      )}
      {dueOn && (
        <>
          <dt>
            <Trans>To be done by</Trans>
          </dt>
          <dd className={overdue ? "overdue" : undefined}>{day(dueOn)}</dd>
        </>
      )}
      {doneAt !== null && (
        <>
          <dt>
            <Trans>Carried out</Trans>
          </dt>
          <dd>{format.dayOf(doneAt)}</dd>
        </>
      )}
      {lookAgainOn && (
        <>
          <dt>
            <Trans>Look again on</Trans>
          </dt>
          <dd>{day(lookAgainOn)}</dd>
        </>
      )}
      {(actions.length > 0 || suggestions.length > 0) && (
        <>
          <dt>
            <Trans>What it concerns</Trans>
          </dt>
          <dd>
            <ul className="concerns">
              {actions.map(({ ref, title, stage, lang, board }) => (
                <li key={ref} data-board={board}>
                  <Link to={`/actions/${ref}`}>
                    <span className="ref">{ref}</span> <span lang={lang ?? undefined}>{title}</span>
                  </Link>{" "}
                  <small className="soft">{labels.stage(stage)}</small>
                </li>
              ))}
              {suggestions.map(({ id, title, state, lang }) => (
                <li key={id}>
                  <Link to={`/suggestions/${id}`}>
                    <span className="ref">{suggestionName(id)}</span> <span lang={lang ?? undefined}>{title}</span>
                  </Link>{" "}
                  <small className="soft">{labels.suggestionState(state)}</small>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {looks.map(({ quarter, outcome, by, reason, lang }) => {
        const named = format.quarter(quarter);
        return (
          <Fragment key={`${quarter} ${outcome} ${reason}`}>
            <dt>
              <Trans>Looked at again in {named}</Trans>
            </dt>
            <dd data-outcome={outcome}>
              {labels.lookOutcome(outcome)}
              {by ? (
                <>
                  {" · "}
                  <Link to={`/decisions/${by}`} lang={lang ?? undefined}>
                    {reason}
                  </Link>
                </>
              ) : (
                <blockquote className="as-written" lang={lang ?? undefined}>
                  {reason}
                </blockquote>
              )}
            </dd>
          </Fragment>
        );
      })}
      {revisits && (
        <>
          <dt>
            <Trans>Looks again at</Trans>
          </dt>
          <dd>
            <Link to={`/decisions/${revisits.id}`}>{revisits.text}</Link>
          </dd>
        </>
      )}
      {revisitedBy.length > 0 && (
        <>
          <dt>
            <Trans>Looked at again in</Trans>
          </dt>
          <dd>
            {revisitedBy.map(({ id, text }) => (
              <Link key={id} to={`/decisions/${id}`}>
                {text}
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
