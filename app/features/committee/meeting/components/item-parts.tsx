import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { LookOutcome } from "~/domain.ts";
import { DecisionRows } from "~/features/committee/decisions/components/decision-rows.tsx";
import type { ListedDecision } from "~/features/committee/decisions/list.server.ts";
import { useLabels } from "~/ui/labels.ts";
import type { MeetingScreen, ShownItem } from "../screen.server.ts";

interface DecisionsPartProps {
  decisions: ListedDecision[];
  today: string;
  quarter: string;
  maySit: boolean;
  /** Whether the viewer holds a seat that is asked. */
  hasSeat: boolean;
  /** How it is headed; nothing where the item itself says it. */
  heading: boolean;
}

/** The decisions before the committee, each with the way to what one's seat says. */
export function DecisionsPart({ decisions, today, quarter, maySit, hasSeat, heading }: DecisionsPartProps) {
  return (
    <section className="section meeting-decisions">
      {heading && (
        <h2>
          <Trans>Decisions</Trans>
        </h2>
      )}
      {decisions.length > 0 ? (
        <DecisionRows
          decisions={decisions}
          today={today}
          withReview={false}
          aside={({ id, state }) =>
            state === "proposed" &&
            hasSeat && (
              <Link className="button" to={`/decisions/${id}`}>
                <Trans>Say what your seat says</Trans>
              </Link>
            )
          }
        />
      ) : (
        <p className="soft">
          <Trans>No decision is proposed here yet.</Trans>
        </p>
      )}
      {maySit && (
        <p className="buttons">
          <Link className="button" to={`/reviews/${quarter}/decisions/new`}>
            <Trans>Propose a decision</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}

/** Earlier decisions whose day has come, with what can be done with each. */
export function LookAgain({
  item,
  today,
  quarter,
  maySit,
}: {
  item: Extract<ShownItem, { kind: "look-again" }>;
  today: string;
  quarter: string;
  maySit: boolean;
}) {
  const labels = useLabels();
  const outcomeOf = (id: number) => item.outcomes.find((one) => one.id === id)?.what;
  if (item.decisions.length === 0) {
    return (
      <p className="empty">
        <Trans>No earlier decision is due for another look.</Trans>
      </p>
    );
  }
  return (
    <DecisionRows
      decisions={item.decisions}
      today={today}
      aside={({ id }) =>
        item.looked.includes(id) ? (
          <span className="soft">
            ✓ {outcomeOf(id) ? labels.lookOutcome(outcomeOf(id) as LookOutcome) : <Trans>looked at</Trans>}
          </span>
        ) : (
          maySit && (
            <span className="buttons">
              <Link className="button" to={`/decisions/${id}`}>
                <Trans>Keep or end it</Trans>
              </Link>
              <Link className="button quiet" to={`/reviews/${quarter}/decisions/new?revisits=${id}`}>
                <Trans>Change it</Trans>
              </Link>
            </span>
          )
        )
      }
    />
  );
}

/** With what view each continental network comes. */
export function Views({ item, quarter }: { item: Extract<ShownItem, { kind: "alignment" }>; quarter: string }) {
  return (
    <div className="meeting-views">
      {item.views.map(({ id, slug, name, view, lang }) => (
        <section key={id} className="section">
          <h2>
            <Link to={`/networks/${slug}`}>{name}</Link>
          </h2>
          {view ? (
            <dl className="view" lang={lang ?? undefined}>
              {view.progress && (
                <div>
                  <dt>
                    <Trans>What went well</Trans>
                  </dt>
                  <dd className="as-written">{view.progress}</dd>
                </div>
              )}
              {view.concerns && (
                <div>
                  <dt>
                    <Trans>What worries</Trans>
                  </dt>
                  <dd className="as-written">{view.concerns}</dd>
                </div>
              )}
              {view.asks && (
                <div>
                  <dt>
                    <Trans>What it asks of the committee</Trans>
                  </dt>
                  <dd className="as-written">{view.asks}</dd>
                </div>
              )}
            </dl>
          ) : (
            <p className="soft">
              <Trans>No view is written yet.</Trans>
            </p>
          )}
        </section>
      ))}
      <p className="alone">
        <Link to={`/reviews/${quarter}`}>
          <Trans>To the review</Trans>
        </Link>
      </p>
    </div>
  );
}

/** Which seats have signed off. */
export function SignedOff({
  item,
  seats,
  quarter,
}: {
  item: Extract<ShownItem, { kind: "sign-off" }>;
  seats: MeetingScreen["seats"];
  quarter: string;
}) {
  return (
    <>
      <ul className="rows signing">
        {seats.map(({ id, holder, network }) => (
          <li key={id}>
            <span aria-hidden>{item.signed.includes(id) ? "✓" : "○"}</span> <strong>{holder}</strong>{" "}
            <small className="soft">{network}</small>{" "}
            {item.signed.includes(id) ? <Trans>has signed off</Trans> : <Trans>has not signed off yet</Trans>}
          </li>
        ))}
      </ul>
      <p className="buttons">
        <Link className="button" to={`/reviews/${quarter}`}>
          <Trans>To the review, to sign off</Trans>
        </Link>
      </p>
    </>
  );
}
