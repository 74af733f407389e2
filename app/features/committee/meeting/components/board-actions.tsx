import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { ASSESSMENT_GLYPH, HEALTH_GLYPH, useLabels } from "~/ui/labels.ts";
import { Pages } from "~/ui/pages.tsx";
import type { ToAssess } from "../board-item.server.ts";
import type { MeetingResult } from "../form.server.ts";
import type { ShownItem } from "../screen.server.ts";
import { AssessForm } from "./assess-form.tsx";

interface BoardActionsProps {
  item: Extract<ShownItem, { kind: "board" }>;
  quarter: string;
  maySit: boolean;
  answer: Extract<MeetingResult, { ok: false }> | null;
}

/** A board's actions as the committee goes through them, what asks for attention first. */
export function BoardActions({ item, quarter, maySit, answer }: BoardActionsProps) {
  const { actions, total, assessed, page, pages } = item;
  return (
    <section className="to-assess" aria-labelledby="to-assess">
      <h2 id="to-assess">
        <Trans>Actions</Trans>
      </h2>
      <p className="soft">
        <Plural value={total} one={`${assessed} of # action assessed`} other={`${assessed} of # actions assessed`} />
      </p>
      {actions.length === 0 && (
        <p className="empty">
          <Trans>Nothing is open on this board, and nothing was done or dropped in the quarter.</Trans>
        </p>
      )}
      <ol className="rows assessing">
        {actions.map((action) => (
          <li
            key={action.ref}
            data-action={action.ref}
            data-assessment={action.assessment ?? undefined}
            id={action.ref}
          >
            <ActionLine action={action} />
            {maySit ? (
              <AssessForm action={action} answer={answer?.ref === action.ref ? answer : null} />
            ) : (
              <Assessed action={action} />
            )}
            {maySit && (
              <p className="propose alone">
                <Link to={`/reviews/${quarter}/decisions/new?action=${action.ref}`}>
                  <Trans>Propose a decision</Trans>
                  <span className="unseen"> {action.ref}</span>
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
      <Pages page={page} pages={pages} />
    </section>
  );
}

function ActionLine({ action }: { action: ToAssess }) {
  const labels = useLabels();
  const format = useFormat();
  const { ref, title, lang, lead, stage, due, late, health, progress, by, assessment, checkIn } = action;
  return (
    <div className="line">
      <p className="alone">
        <Link className="assess-title" to={`/actions/${ref}`}>
          <small className="ref">{ref}</small> <span lang={lang ?? undefined}>{title}</span>
        </Link>
      </p>
      <p className="soft facts-line">
        <span>{labels.stage(stage)}</span>
        {progress !== null && <span>{format.percent(progress)}</span>}
        {due && <span>{format.quarter(due)}</span>}
        {late > 0 && (
          <span className="overdue">
            <Plural value={late} one="# quarter late" other="# quarters late" />
          </span>
        )}
        {health && (
          <span>
            <span aria-hidden>{HEALTH_GLYPH[health]}</span> {labels.health(health)}
          </span>
        )}
        <span>{lead}</span>
        {assessment && by && (
          <span>
            <Trans>assessed by {by}</Trans>
          </span>
        )}
      </p>
      {checkIn && <CheckInSaid checkIn={checkIn} />}
    </div>
  );
}

/** What the newest check-in says, where it goes badly. */
function CheckInSaid({ checkIn }: { checkIn: NonNullable<ToAssess["checkIn"]> }) {
  const format = useFormat();
  const day = format.day(Date.parse(checkIn.at));
  const { happened, obstacles } = checkIn;
  return (
    <div className="check-in-said">
      <p className="soft">
        <Trans>Check-in of {day}:</Trans> <q lang={happened.lang ?? undefined}>{happened.text}</q>
      </p>
      {obstacles && (
        <p className="soft">
          <Trans>What stands in the way:</Trans> <q lang={obstacles.lang ?? undefined}>{obstacles.text}</q>
        </p>
      )}
    </div>
  );
}

/** An assessment for those who do not sit in the committee, and once the review is closed. */
function Assessed({ action: { assessment, note, noteLang } }: { action: ToAssess }) {
  const labels = useLabels();
  return (
    <div className="assessed">
      <p>
        {assessment ? (
          <strong>
            <span aria-hidden>{ASSESSMENT_GLYPH[assessment]}</span> {labels.assessment(assessment)}
          </strong>
        ) : (
          <span className="soft">
            <Trans>not assessed yet</Trans>
          </span>
        )}
      </p>
      {note && (
        <blockquote className="as-written" lang={noteLang ?? undefined}>
          {note}
        </blockquote>
      )}
    </div>
  );
}
