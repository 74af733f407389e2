import { Plural, Trans } from "@lingui/react/macro";
import type { ReviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { ScrollBox } from "~/ui/scroll-box.tsx";
import { Commitment, Progress } from "./plan-status-view.tsx";

/** What closing will freeze, in figures: the review's page shows the whole of it. */
export function ToBeFrozen({ screen }: { screen: ReviewScreen }) {
  const format = useFormat();
  const labels = useLabels();
  const { whole, boards, views, decisions, at, over, seats, edges } = screen;
  const last = format.day(edges.lastDay);
  const next = format.quarter(edges.next);
  const until = format.deadline(Date.parse(at));
  const written = views.filter((view) => view.written).length;
  const missing = views.filter((view) => !view.written).map(({ name }) => name);
  const unsigned = seats.filter(({ signedOff }) => !signedOff).length;
  const changed = seats.filter(({ changedSince }) => changedSince).length;
  const open = decisions.filter(({ state }) => state === "proposed").length;
  return (
    <section className="section to-be-frozen">
      <p className="lead" id="to-be-frozen-lead">
        {over ? (
          <Trans>Frozen is the quarter as it ended, with all that the committee entered until now.</Trans>
        ) : (
          <Trans>The quarter is not over: it would be frozen as it stands, {until}.</Trans>
        )}
      </p>
      {!over && (
        <p className="near" data-early>
          <Trans>
            What happens from now until {last} is not in this review. It counts in the next one, the review of {next}:
            its figures start where this closing ends.
          </Trans>
        </p>
      )}
      <div className="standing">
        <Progress {...whole} />
        <Commitment {...whole} />
      </div>
      <ScrollBox labelledBy="to-be-frozen-lead">
        <table className="table heard">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Board</Trans>
              </th>
              {[
                <Trans key="done">done</Trans>,
                <Trans key="moved">moved</Trans>,
                <Trans key="slipped">slipped</Trans>,
                <Trans key="added">added</Trans>,
                <Trans key="dropped">dropped</Trans>,
                <Trans key="attention">Needs attention</Trans>,
              ].map((head) => (
                <th key={head.key} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {boards.map(({ board, done, moved, slipped, added, dropped, attention }) => (
              <tr key={board}>
                <th scope="row">{labels.board(board)}</th>
                {Object.entries({ done, moved, slipped, added, dropped, attention }).map(([name, { total }]) => (
                  <td key={name} className="number">
                    {format.number(total)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ul className="to-check">
        <li data-missing={unsigned > 0 || undefined}>
          <Plural
            value={unsigned}
            _0="Every seat has signed off"
            one="# seat has not signed off"
            other="# seats have not signed off"
          />
        </li>
        {changed > 0 && (
          <li data-missing>
            <Plural
              value={changed}
              one="# seat signed off before the review changed"
              other="# seats signed off before the review changed"
            />
          </li>
        )}
        <li data-missing={missing.length > 0 || undefined}>
          <Plural value={written} one="# view of a continent written" other="# views of continents written" />
          {missing.length > 0 && (
            <>
              {" · "}
              <Trans>missing: {format.list(missing)}</Trans>
            </>
          )}
        </li>
        <li data-missing={open > 0 || undefined}>
          <Plural value={decisions.length} one="# decision" other="# decisions" />
          {open > 0 && (
            <>
              {" · "}
              <Plural
                value={open}
                one="# of them still proposed: it goes on to the next review"
                other="# of them still proposed: they go on to the next review"
              />
            </>
          )}
        </li>
      </ul>
    </section>
  );
}
