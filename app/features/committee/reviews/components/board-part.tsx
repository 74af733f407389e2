import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { BoardShown } from "~/features/committee/reviews/shown.ts";
import { suggestionName } from "~/features/core/references.ts";
import { useFormat } from "~/ui/format.ts";
import { ASSESSMENT_GLYPH, useLabels } from "~/ui/labels.ts";
import { ActionLine, CheckInSaid, Outcome, ReviewList, WhyAttention } from "./action-lines.tsx";
import { KeyResultLine } from "./key-result-line.tsx";
import { Commitment, Progress } from "./plan-status-view.tsx";

/** A board's part of the review: what needs attention first, and then what became of it in the quarter. */
export function BoardPart({ part, alone }: { part: BoardShown; alone: boolean }) {
  const labels = useLabels();
  const format = useFormat();
  const { board, attention, done, slipped, dropped, moved, added, keyResults, assessed } = part;
  const shared = { board, alone };
  return (
    <section className="section board-part" id={board} data-board={board}>
      <h2>{labels.board(board)}</h2>
      <div className="standing">
        <Progress {...part} />
        <Commitment {...part} />
      </div>
      {part.nothingMoved && (
        <p className="nothing">
          <Trans>Nothing moved: no action was done, moved, put off, added or dropped in this quarter.</Trans>
        </p>
      )}
      <ReviewList {...shared} name="attention" list={attention} title={<Trans>Needs attention</Trans>}>
        {(one) => (
          <ActionLine key={one.ref} action={one} below={<CheckInSaid checkIn={one.checkIn} />}>
            <WhyAttention why={one.why} />
          </ActionLine>
        )}
      </ReviewList>
      <BrokenPromises part={part} />
      <ReviewList {...shared} name="done" list={done} title={<Trans>Done in the quarter</Trans>}>
        {(one) => (
          <ActionLine key={one.ref} action={one}>
            <Outcome action={one} />
          </ActionLine>
        )}
      </ReviewList>
      <ReviewList {...shared} name="slipped" list={slipped} title={<Trans>Slipped in the quarter</Trans>}>
        {(one) => (
          <ActionLine key={one.ref} action={one}>
            {format.quarter(one.dueThen)} → {one.due ? format.quarter(one.due) : <Trans>no due quarter any more</Trans>}
          </ActionLine>
        )}
      </ReviewList>
      <ReviewList {...shared} name="dropped" list={dropped} title={<Trans>Dropped in the quarter</Trans>}>
        {(one) => (
          <ActionLine key={one.ref} action={one}>
            <Outcome action={one} />
          </ActionLine>
        )}
      </ReviewList>
      <ReviewList {...shared} name="moved" list={moved} title={<Trans>Moved in the quarter</Trans>}>
        {(one) => (
          <ActionLine key={one.ref} action={one}>
            {labels.stage(one.from)} → {labels.stage(one.stage)} <Outcome action={one} />
          </ActionLine>
        )}
      </ReviewList>
      <ReviewList {...shared} name="added" list={added} title={<Trans>Added during the quarter</Trans>}>
        {(one) => (
          <ActionLine key={one.ref} action={one}>
            {labels.stage(one.stage)}
            {one.due && ` · ${format.quarter(one.due)}`}
          </ActionLine>
        )}
      </ReviewList>
      <ReviewList {...shared} name="assessed" list={assessed} title={<Trans>Assessed by the committee</Trans>}>
        {({ ref, title, lang, assessment, note }) => (
          <li key={ref} data-ref={ref}>
            <small className="ref">{ref}</small>
            <div>
              <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
                {title}
              </Link>
              <p className="soft">
                <span aria-hidden="true">{ASSESSMENT_GLYPH[assessment]}</span> {labels.assessment(assessment)}
                {note && " · "}
                {note && <q lang={note.language}>{note.text}</q>}
              </p>
            </div>
          </li>
        )}
      </ReviewList>
      <ReviewList {...shared} name="keyResults" list={keyResults} title={<Trans>Key results</Trans>}>
        {(one) => <KeyResultLine key={`${one.ref} ${one.name} ${one.target}`} one={one} />}
      </ReviewList>
    </section>
  );
}

/** What members suggested to the board as a whole and nobody answered in time. */
function BrokenPromises({ part: { promisesBroken = [] } }: { part: BoardShown }) {
  if (promisesBroken.length === 0) return null;
  return (
    <section className="review-list" data-list="promisesBroken">
      <h3>
        <Trans>Answers promised and not given</Trans>
      </h3>
      <ul className="rows">
        {promisesBroken.map(({ id, title, days }) => (
          <li key={id}>
            <small className="ref">{suggestionName(id)}</small>
            <div>
              <Link to={`/suggestions/${id}`}>{title}</Link>
              <p className="overdue">
                <Plural value={days} one="# day past the promise" other="# days past the promise" />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
