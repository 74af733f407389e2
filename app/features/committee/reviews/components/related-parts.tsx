import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { ScrollBox } from "~/ui/scroll-box.tsx";
import { ActionLine } from "./action-lines.tsx";

/** With what view each continent comes: those that are missing are to be seen too. */
export function ViewsPart({ screen: { views, quarter, may } }: { screen: ReviewScreen }) {
  return (
    <section className="section" id="alignment">
      <h2>
        <Trans>Views of the continents</Trans>
      </h2>
      <ul className="rows views">
        {views.map(({ slug, name, written, reported, first, lang, hidden }) => (
          <li key={slug} data-network={slug}>
            {hidden ? <span>{name}</span> : <Link to={`/reviews/${quarter}/alignment/${slug}`}>{name}</Link>}
            <span>
              {!written ? (
                <NotWritten mine={slug === may.align} />
              ) : hidden ? (
                <Trans>Written. Its own networks and the committee read it until the review is closed.</Trans>
              ) : (
                <q lang={lang ?? undefined}>{first}</q>
              )}
              {reported && (
                <small className="soft">
                  {" "}
                  <Trans>Reported back.</Trans>
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="alone">
        <Link to={`/reviews/${quarter}/alignment`}>
          <Trans>All views side by side</Trans>
        </Link>
      </p>
    </section>
  );
}

function NotWritten({ mine }: { mine: boolean }) {
  return (
    <span className={mine ? "near" : "soft"}>
      {mine ? <Trans>Not written yet: it is yours to write.</Trans> : <Trans>not written yet</Trans>}
    </span>
  );
}

/** What came from members in the quarter, by continent and country. */
export function HeardPart({ heard }: { heard: ReviewScreen["heard"] }) {
  const format = useFormat();
  return (
    <section className="section" id="heard">
      <h2 id="heard-title">
        <Trans>Who was heard</Trans>
      </h2>
      <ScrollBox labelledBy="heard-title">
        <table className="table heard">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Network</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Suggestions</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Supported</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Accepted</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>In part</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Declined</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Waiting</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {heard.map((one) => (
              <tr key={`${one.kind} ${one.name}`} data-kind={one.kind}>
                <th scope="row">
                  {one.name}{" "}
                  {one.silent && (
                    <small className="soft">
                      <Trans>silent</Trans>
                    </small>
                  )}
                </th>
                {[one.made, one.supported, one.accepted, one.partly, one.declined, one.waiting].map((count, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns are always the same
                  <td key={index} className="number">
                    {format.number(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

/** What was proposed and decided, and what came back for another look. */
export function DecisionsPart({ screen: { decisions, again, state } }: { screen: ReviewScreen }) {
  const labels = useLabels();
  const format = useFormat();
  return (
    <section className="section" id="decisions">
      <h2>
        <Trans>Decisions</Trans>
      </h2>
      {decisions.length === 0 && (
        <p className="soft">
          {state === "closed" ? (
            <Trans>Nothing was decided in this review.</Trans>
          ) : (
            <Trans>Nothing has been proposed yet. Decisions are made in the meeting.</Trans>
          )}
        </p>
      )}
      <ul className="rows">
        {decisions.map(({ id, state: became, text, doer, dueOn, concerns, objections }) => (
          <li key={id} data-decision={id}>
            <Link to={`/decisions/${id}`} lang={text.language}>
              {text.text}
            </Link>
            <p className="soft">
              <span className="tag">{labels.decisionState(became)}</span>{" "}
              {[
                doer,
                dueOn && format.day(Date.parse(`${dueOn}T00:00:00Z`)),
                concerns.length > 0 && format.list(concerns),
              ]
                .filter(Boolean)
                .join(" · ")}
              {objections > 0 && (
                <>
                  {" · "}
                  <Plural value={objections} one="# objection" other="# objections" />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {again.length > 0 && (
        <>
          <h3>
            <Trans>To look at again</Trans>
          </h3>
          <ul className="rows">
            {again.map(({ id, text, lookAgainOn, doneOn, outcome }) => (
              <li key={id}>
                <Link to={`/decisions/${id}`} lang={text.language}>
                  {text.text}
                </Link>
                <p className="soft">
                  {lookAgainOn && (
                    <>
                      {format.day(Date.parse(`${lookAgainOn}T00:00:00Z`))}
                      {" · "}
                    </>
                  )}
                  {doneOn ? <Trans>carried out</Trans> : <Trans>not carried out yet</Trans>}
                </p>
                {outcome && (
                  <p data-outcome={outcome.what}>
                    <span className="tag">{labels.lookOutcome(outcome.what)}</span>{" "}
                    <q lang={outcome.reason.language}>{outcome.reason.text}</q>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What is due in the quarter after. */
export function NextPart({ next }: { next: ReviewScreen["next"] }) {
  const labels = useLabels();
  const { rows, total } = next;
  const more = total - rows.length;
  return (
    <section className="section" id="next">
      <h2>
        <Trans>Due in the next quarter</Trans> <span className="count">{total}</span>
      </h2>
      {total === 0 && (
        <p className="soft">
          <Trans>Nothing is due in the next quarter yet.</Trans>
        </p>
      )}
      <ul className="rows review-list">
        {rows.map((one) => (
          <ActionLine key={one.ref} action={one}>
            {labels.boardShort(one.board)} · {labels.stage(one.stage)}
          </ActionLine>
        ))}
      </ul>
      {more > 0 && (
        <p className="soft">
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </section>
  );
}

/** The committee's seats: who was there, who has signed off, and the viewer's own signature. */
export function SignOffPart({ seats, open }: { seats: ReviewScreen["seats"]; open: boolean }) {
  const labels = useLabels();
  const format = useFormat();
  const signed = seats.filter(({ signedOff }) => signedOff).length;
  const of = seats.length;
  return (
    <section className="section" id="sign-off">
      <h2>
        <Trans>Sign-off</Trans>{" "}
        <small className="soft">
          <Trans>
            {signed} of {of} seats
          </Trans>
        </small>
      </h2>
      <ul className="rows seats">
        {seats.map(({ holder, network, capacity, present, signedOff, changedSince, mine }) => (
          <li key={`${network} ${holder}`} data-signed={signedOff ? "" : undefined}>
            <span>
              <strong>{holder}</strong>{" "}
              <small className="soft">
                {network} · {labels.capacity(capacity)}
                {present && (
                  <>
                    {" · "}
                    <Trans>present</Trans>
                  </>
                )}
              </small>
            </span>
            <SignedOn at={signedOff && format.day(Date.parse(signedOff))} changed={changedSince === true} />
            {open && mine && (
              <Form method="post" preventScrollReset>
                <HiddenField name="seat" value={mine} />
                {changedSince && (
                  <button className="button solid" name="intent" value="sign">
                    <Trans>Sign off again</Trans>
                  </button>
                )}
                {signedOff ? (
                  <button className="button" name="intent" value="unsign">
                    <Trans>Take the sign-off back</Trans>
                  </button>
                ) : (
                  <button className="button solid" name="intent" value="sign">
                    <Trans>Sign off</Trans>
                  </button>
                )}
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignedOn({ at: day, changed }: { at: string | null; changed: boolean }) {
  if (!day)
    return (
      <span className="soft">
        <Trans>not signed off</Trans>
      </span>
    );
  return (
    <span data-changed={changed || undefined}>
      {changed ? (
        <Trans>! signed off on {day}; the review changed after that</Trans>
      ) : (
        <>
          ✓ <Trans>signed off on {day}</Trans>
        </>
      )}
    </span>
  );
}
