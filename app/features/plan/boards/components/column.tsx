import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { withCollapsed, withMore } from "~/features/plan/boards/filters.ts";
import type { CardData, ColumnData } from "~/features/plan/boards/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

interface ColumnProps {
  column: ColumnData;
  query: URLSearchParams;
  filtered: boolean;
  /** Where the card in the hand would land, as an index among the cards; null elsewhere. */
  gap: { index: number; height: number } | null;
  /** A folded column that the card in the hand rests on: it opens to take it. */
  unfolded: boolean;
  renderCard: (card: CardData) => ReactNode;
  /** What stands below the cards. */
  children?: ReactNode;
}

/** A stage of the board: its name and count, its cards in their order, and the way to the rest of them. */
export function Column({ column, query, filtered, gap, unfolded, renderCard, children }: ColumnProps) {
  const labels = useLabels();
  const { stage, count, progress, cards, folded } = column;
  const format = useFormat();
  const name = labels.stage(stage);
  const aside = stage === "on-hold" || stage === "dropped";
  // A card that was just put there stands open in it, with the form that asks for a reason.
  if (folded && !unfolded && cards.length === 0)
    return <FoldedColumn stage={stage} name={name} count={count} query={query} landing={gap !== null} />;

  const shown = cards.length;
  const rest = count - shown;
  const items = cards.map(renderCard);
  if (gap) items.splice(gap.index, 0, <li key="gap" className="gap" style={{ height: gap.height }} aria-hidden />);
  return (
    <section className="column" id={`stage-${stage}`} data-stage={stage} aria-labelledby={`name-${stage}`}>
      <h2 id={`name-${stage}`}>
        {name}{" "}
        <small>
          {count}
          {progress !== null && isOpen(stage) && <Along share={format.percent(progress)} />}
        </small>
        {aside && !folded && (
          <Link className="fold" to={withCollapsed(query, stage)} preventScrollReset>
            <Trans>Fold</Trans>
          </Link>
        )}
      </h2>
      <ol className="cards">
        {items}
        {items.length === 0 && rest === 0 && (
          <li className="none">
            {filtered ? <Trans>Nothing here under these filters.</Trans> : <Trans>Nothing here yet.</Trans>}
          </li>
        )}
        {rest > 0 && (
          <li className="more">
            <Link to={folded ? withCollapsed(query, stage) : withMore(query, stage, shown)} preventScrollReset>
              <Plural value={rest} one="Show # more" other="Show # more" />
            </Link>
            <span className="on-paper">
              <Trans>
                {shown} of {count} shown
              </Trans>
            </span>
          </li>
        )}
      </ol>
      {children}
    </section>
  );
}

/** How far a stage's actions have come. */
function Along({ share }: { share: string }) {
  const { t } = useLingui();
  return (
    <span className="along" title={t`${share} progress`}>
      {share}
      <span className="unseen">
        {" "}
        <Trans comment="A percentage stands above this word">progress</Trans>
      </span>
    </span>
  );
}

function FoldedColumn({
  stage,
  name,
  count,
  query,
  landing,
}: {
  stage: ColumnData["stage"];
  name: string;
  count: number;
  query: URLSearchParams;
  landing: boolean;
}) {
  return (
    <section className="column folded" id={`stage-${stage}`} data-stage={stage} data-landing={landing || undefined}>
      <h2>
        <Link to={withCollapsed(query, stage)} preventScrollReset>
          {name} <small>{count}</small>
        </Link>
      </h2>
    </section>
  );
}
