import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Board } from "~/domain.ts";
import type { ActionShown, AttentionShown, ListName, PageOf } from "~/features/committee/reviews/shown.ts";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";

interface ListProps<T> {
  title: ReactNode;
  list: PageOf<T>;
  name: ListName;
  board: Board;
  /** Beside the other boards a long list leads to the board's own page. */
  alone: boolean;
  children: (one: T) => ReactNode;
}

/** One list of a board's part: how many there are, the first of them or a page, and the way to the rest. */
export function ReviewList<T>({ title, list, name, board, alone, children }: ListProps<T>) {
  const { rows, total, page, pages } = list;
  if (total === 0) return null;
  const id = alone ? name : `${board}-${name}`;
  return (
    <section className="review-list" id={id} data-list={name}>
      <h3>
        {title} <span className="count">{total}</span>
      </h3>
      <ul className="rows">{rows.map(children)}</ul>
      {alone ? (
        <Pages page={page} pages={pages} name={name} />
      ) : (
        total > rows.length && (
          <p className="alone">
            <Link to={`?board=${board}#${name}`}>
              <Plural value={total} one="Show # of them" other="Show all #" />
            </Link>
          </p>
        )
      )}
    </section>
  );
}

/** An action of a review, with what there is to say about it. */
export function ActionLine({
  action,
  children,
  below,
}: {
  action: ActionShown;
  children?: ReactNode;
  /** What stands in a block of its own below. */
  below?: ReactNode;
}) {
  const { ref, title, lang, lead } = action;
  return (
    <li data-ref={ref}>
      <small className="ref">{ref}</small>
      <div>
        <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
          {title}
        </Link>
        <p className="soft">
          {lead}
          {children && " · "}
          {children}
        </p>
        {below}
      </div>
    </li>
  );
}

/** The result that came with done, the reason for on hold and dropped. */
export function Outcome({ action: { outcome } }: { action: ActionShown }) {
  if (!outcome) return null;
  return (
    <q className="outcome-said" lang={outcome.lang ?? undefined}>
      {outcome.text}
    </q>
  );
}

/** What the newest check-in of an action says happened, and what stands in the way. */
export function CheckInSaid({ checkIn }: Pick<AttentionShown, "checkIn">) {
  const format = useFormat();
  if (!checkIn) return null;
  const { at, happened, obstacles } = checkIn;
  const day = format.day(Date.parse(at));
  return (
    <div className="check-in-said">
      <p className="soft">
        <Trans>Check-in of {day}:</Trans> <q lang={happened.language}>{happened.text}</q>
      </p>
      {obstacles && (
        <p className="soft">
          <Trans>What stands in the way:</Trans> <q lang={obstacles.language}>{obstacles.text}</q>
        </p>
      )}
    </div>
  );
}

/** Why an action asks for attention, in words, the gravest first. */
export function WhyAttention({ why }: Pick<AttentionShown, "why">) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <>
      {why.map(({ what, quarters = 0, days = 0, never = false, refs = [] }, index) => {
        const list = format.list(refs);
        return (
          <span key={what}>
            {index > 0 && " · "}
            {what === "late" && (
              <span className="overdue">
                <Plural value={quarters} one="# quarter late" other="# quarters late" />
              </span>
            )}
            {what === "off-track" && <span className="overdue">{t`✕ off track`}</span>}
            {what === "at-risk" && <span className="near">{t`! at risk`}</span>}
            {what === "stale" &&
              (never ? (
                <Trans>never had a check-in</Trans>
              ) : (
                <Plural value={days} one="no check-in for # day" other="no check-in for # days" />
              ))}
            {what === "waiting" && <Trans>waits for {list}</Trans>}
            {what === "promise-broken" && <Trans>promised answer overdue: {list}</Trans>}
          </span>
        );
      })}
    </>
  );
}
