import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { suggestionName } from "~/features/core/references.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { SuggestionScreen } from "../screen.server.ts";

/** Who says it, for whom, about what; its title; and how far along its way it is. */
export function SuggestionHead({ screen, now }: { screen: SuggestionScreen; now: number }) {
  const { id, kind, board, title, lang, origin, author, about, workshop, may } = screen;
  const labels = useLabels();
  const format = useFormat();
  const said = workshop && format.day(workshop.on);
  return (
    <header className="suggestion-head">
      <p className="crumbs">
        <Link to="/suggestions">
          <Trans>Suggestions</Trans>
        </Link>
        <Link to={`/boards/${board}`}>{labels.board(board)}</Link>
        <span>{suggestionName(id)}</span>
      </p>
      <p className="byline">
        <Link className="tag" to={`/networks/${origin.slug}`}>
          {origin.name} · {labels.kind(origin.kind)}
        </Link>
        <span className="tag">{labels.suggestionKind(kind)}</span>
        <span>{author}</span>
        <VoiceLine screen={screen} />
        {workshop && (
          <span>
            <Trans>
              said at: {workshop.occasion}, {said}
            </Trans>
          </span>
        )}
        {about && (
          <span>
            <Trans>
              about{" "}
              <Link to={`/actions/${about.ref}`} lang={about.lang ?? undefined}>
                {about.ref} {about.title}
              </Link>
            </Trans>
          </span>
        )}
      </p>
      <h1 lang={lang ?? undefined}>{title}</h1>
      <Way screen={screen} now={now} />
      {may.reword && (
        <p className="buttons">
          <Link className="button" to={`/suggestions/${id}/edit`}>
            <Trans>Edit</Trans>
          </Link>
        </p>
      )}
    </header>
  );
}

function VoiceLine({ screen: { voice, mandate } }: { screen: SuggestionScreen }) {
  const format = useFormat();
  if (voice === "personal" || !mandate) {
    return (
      <span>
        <Trans>speaks personally</Trans>
      </span>
    );
  }
  const day = mandate.on === null ? "" : format.day(mandate.on);
  return (
    <span>
      <Trans>
        mandated by {mandate.by} on {day}: {mandate.occasion}
      </Trans>
    </span>
  );
}

/** Submitted, under consideration with the promise, answered, in the plan: where it stands, and what comes. */
function Way({ screen, now }: { screen: SuggestionScreen; now: number }) {
  const { state, submittedAt, responseDue, takenUpAt, closedAt, putOffUntil, asked, result, mergedInto } = screen;
  const labels = useLabels();
  const format = useFormat();
  const open = state === "submitted" || state === "under-consideration";
  const promised = format.day(responseDue);
  const submitted = format.dayOf(submittedAt);
  const taken = takenUpAt === null ? "" : format.dayOf(takenUpAt);
  const closed = closedAt === null ? "" : format.dayOf(closedAt);
  const steps: { key: string; on: boolean; past: boolean; text: ReactNode }[] = [
    {
      key: "submitted",
      on: state === "submitted",
      past: state !== "submitted",
      text: <Trans>Submitted on {submitted}</Trans>,
    },
    {
      key: "consideration",
      on: state === "under-consideration",
      past: !open,
      text: taken ? <Trans>Under consideration since {taken}</Trans> : <Trans>Under consideration</Trans>,
    },
    {
      key: "answer",
      on: !open,
      past: false,
      text: open ? <Trans>The answer</Trans> : `${labels.suggestionState(state)}, ${closed}`,
    },
  ];
  if (screen.kind !== "remark" && !["declined", "withdrawn", "merged"].includes(state))
    steps.push({ key: "plan", on: result !== null, past: false, text: <Trans>In the plan</Trans> });
  return (
    <>
      <ol className="way">
        {steps.map(({ key, on, past, text }) => (
          <li key={key} className={on ? "on" : past ? "past" : undefined} aria-current={on ? "step" : undefined}>
            {text}
          </li>
        ))}
      </ol>
      {open && (
        <p className={responseDue < now ? "overdue" : "soft"}>
          {responseDue < now ? (
            <Trans>An answer was promised by {promised}.</Trans>
          ) : (
            <Trans>An answer is promised by {promised}.</Trans>
          )}{" "}
          {asked && <Trans>A question to the author waits for a reply.</Trans>}{" "}
          {putOffUntil !== null && putOffUntil > now && <PutOff until={putOffUntil} />}
        </p>
      )}
      {state === "withdrawn" && screen.closedWhy && <blockquote className="reason">{screen.closedWhy}</blockquote>}
      {mergedInto && (
        <p>
          <Trans>
            Merged into{" "}
            <Link to={`/suggestions/${mergedInto.id}`}>
              {suggestionName(mergedInto.id)} {mergedInto.title}
            </Link>
            , where its voices count.
          </Trans>
        </p>
      )}
      {screen.may.unmerge && (
        <Form method="post">
          <button className="button" name="intent" value="unmerge">
            <Trans>Undo the merge</Trans>
          </button>
        </Form>
      )}
    </>
  );
}

function PutOff({ until }: { until: number }) {
  const day = useFormat().day(until);
  return <Trans>The coordinator looks at it again on {day}.</Trans>;
}
