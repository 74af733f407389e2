import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useAgendaLabels } from "~/features/committee/reviews/components/agenda-labels.ts";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { MeetingScreen } from "../screen.server.ts";

interface AgendaBarProps extends Pick<MeetingScreen, "agenda" | "shown" | "atItem" | "following" | "may"> {
  quarter: string;
}

/** The address of an item: the one at which the meeting is follows the meeting from there. */
export function itemPath(quarter: string, item: number, atItem: number): string {
  return `/reviews/${quarter}/meeting${item === atItem ? "" : `?item=${item + 1}`}`;
}

/** The agenda, where the meeting is in it, and where this page is. */
export function AgendaBar({ agenda, shown, atItem, following, may, quarter }: AgendaBarProps) {
  const { t } = useLingui();
  const nameOf = useAgendaLabels();
  const now = agenda[atItem];
  const there = now ? nameOf(now) : "";
  const number = atItem + 1;
  return (
    <div className="meeting-agenda">
      <nav aria-label={t`Agenda`}>
        <ol className="agenda-items">
          {agenda.map((item, index) => (
            <li
              key={item.number}
              data-board={item.kind === "board" ? item.board : undefined}
              data-at={index === atItem || undefined}
            >
              <Link
                to={itemPath(quarter, index, atItem)}
                aria-current={index === shown ? "step" : undefined}
                preventScrollReset
              >
                <span>{item.number}</span> <span className="name">{nameOf(item)}</span>
                {item.minutes !== null && (
                  <small className="soft">
                    <Plural value={item.minutes} one="# min" other="# min" />
                  </small>
                )}
                {index === atItem && (
                  <small className="here">
                    <Trans>the meeting is here</Trans>
                  </small>
                )}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {!following && (
        <div className="elsewhere">
          <p>
            <Trans>
              You are looking elsewhere. The meeting is at {number}, {there}.
            </Trans>
          </p>
          <Link className="button" to={`/reviews/${quarter}/meeting`}>
            <Trans>Follow the meeting</Trans>
          </Link>
          {may.lead && (
            <Form method="post" action={`/reviews/${quarter}/meeting`} preventScrollReset>
              <HiddenField name="item" value={shown + 1} />
              <button className="button solid bring" name="intent" value="turn" aria-keyshortcuts="t">
                <Trans>Bring all here</Trans>
              </button>
            </Form>
          )}
        </div>
      )}
    </div>
  );
}

/** From an item to the one before and after; whoever leads the meeting takes all along. */
export function ItemWays({ agenda, shown, atItem, following, may, quarter }: AgendaBarProps) {
  const nameOf = useAgendaLabels();
  const [before, after] = [agenda[shown - 1], agenda[shown + 1]];
  return (
    <nav className="item-ways">
      <span>
        {before && (
          <Link rel="prev" to={itemPath(quarter, shown - 1, atItem)} aria-keyshortcuts="ArrowLeft">
            ← {nameOf(before)}
          </Link>
        )}
      </span>
      <span>
        {after && (
          <Link rel="next" to={itemPath(quarter, shown + 1, atItem)} aria-keyshortcuts="ArrowRight">
            {nameOf(after)} →
          </Link>
        )}
      </span>
      {after && may.lead && following && (
        <Form method="post" action={`/reviews/${quarter}/meeting`} className="on-for-all">
          <HiddenField name="item" value={shown + 2} />
          <button className="button" name="intent" value="turn">
            <Trans>On to the next item, for all</Trans>
          </button>
        </Form>
      )}
    </nav>
  );
}
