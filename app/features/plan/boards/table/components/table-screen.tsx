import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useFetchers, useNavigation, useSearchParams } from "@remix-run/react";
import { Fragment, useEffect, useRef, useState } from "react";
import { useLive } from "~/features/core/live/use-live.ts";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import { activeFilters, type BoardState, boardSearch, withParameter } from "~/features/plan/boards/filters.ts";
import { type BoardScope, boardOfRef, type Movable, scopePath } from "~/features/plan/boards/scope.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { Pages } from "~/ui/pages.tsx";
import type { TableScreenData } from "../screen.server.ts";
import { ariaSort, nextSort, type SortName } from "../table-state.ts";
import { BulkEditResult } from "./bulk-edit-result.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { ChooseBoard } from "./choose-board.tsx";
import { GroupHead, TotalsTable, useGroupName } from "./group-totals.tsx";
import { SORT_NAMES } from "./names.ts";
import { Row } from "./row.tsx";
import { TableTools } from "./table-tools.tsx";
import type { RowChanged } from "./use-row-change.ts";

interface TableScreenProps {
  board: BoardScope;
  table: TableScreenData;
  filters: BoardState;
  labels: CardLabels;
  /** The newest event that this answer shows. */
  version: number;
  /** Which actions the viewer may work on. */
  movable: Movable;
}

/** A board's actions as rows: put in order, grouped, changed in their place, and several at once. */
export function TableScreen({ board, table, filters, labels, version, movable }: TableScreenProps) {
  const { t, i18n } = useLingui();
  const [query] = useSearchParams();
  const { rows, state, all, groups, quarters, now } = table;
  const hydrated = useHydrated();
  // Hundreds of rows with lists to choose from would take seconds: all rows together are for reading and printing.
  const live = hydrated && !state.whole;
  // What is on its way brings fresh data itself; asking for them in between would break it off.
  const navigation = useNavigation();
  const fetchers = useFetchers();
  const busy = navigation.state !== "idle" || fetchers.length > 0;
  useLive({ since: version, board: board === "plan" ? null : board, paused: busy });
  const groupName = useGroupName(state.group, labels);
  const box = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState(0);
  const [changed, setChanged] = useState<RowChanged | null>(null);
  const boxes = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input[name="chosen"]') ?? [])];
  // Boxes come and go with the rows of a page: what is counted is what is ticked now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what the count follows.
  useEffect(() => setChosen(boxes().filter((one) => one.checked).length), [rows]);
  // A common change, or an undo, is the newest news.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => setChanged(null), [table.changed?.event, table.undone]);
  const back = `${scopePath(board)}${boardSearch(query)}`;
  const leads = table.leads.map((id) => ({ id, name: labels.network(id) }));
  const mayWorkOnSome = rows.some(movable.has);
  // A common change is one event of one board.
  const ofBoard = board === "plan" ? (filters.board.length === 1 ? (filters.board[0] ?? null) : null) : board;
  const mayChoose = mayWorkOnSome && ofBoard !== null;
  const ticked = query.has("all");
  const width = state.columns.length + 3;

  const header = (by: SortName) => (
    <th key={by} scope="col" className={`is-${by}`} aria-sort={ariaSort(state, by)}>
      <Link
        to={withParameter(new URLSearchParams(boardSearch(withoutPage(query))), "sort", nextSort(state, by))}
        preventScrollReset
      >
        {i18n._(SORT_NAMES[by])}
        {state.sort?.by === by && <span aria-hidden>{state.sort.descending ? " ↓" : " ↑"}</span>}
      </Link>
    </th>
  );

  return (
    <div className="table-screen">
      <BulkEditResult
        board={board === "plan" ? null : board}
        changed={changed ?? table.changed}
        undone={table.undone}
        back={back}
        onClose={() => setChanged(null)}
      />
      <div className="table-head">
        <p className="soft">
          <Plural value={all.count} one="# action" other="# actions" />
        </p>
        {table.pages > 1 && <RowsPrinted table={table} />}
        <TableTools state={state} />
      </div>
      {rows.length === 0 ? (
        <p className="empty">
          {activeFilters(filters) > 0 ? (
            <Trans>Nothing under these filters.</Trans>
          ) : (
            <Trans>There is no action here yet.</Trans>
          )}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard.
        <section className="table-box" tabIndex={0} aria-label={t`Actions`}>
          <table
            className="table plan-table"
            ref={box}
            onChange={() => setChosen(boxes().filter((b) => b.checked).length)}
          >
            <thead>
              <tr>
                <td className="tick">
                  {mayChoose && live && (
                    <label>
                      <input
                        type="checkbox"
                        aria-label={t`Choose all on this page`}
                        checked={chosen > 0 && chosen === boxes().length}
                        onChange={(event) => {
                          for (const one of boxes()) one.checked = event.currentTarget.checked;
                        }}
                      />
                    </label>
                  )}
                </td>
                {header("ref")}
                {header("title")}
                {state.columns.map(header)}
              </tr>
            </thead>
            <tbody key={`${table.changed?.event ?? ""}-${table.undone}-${ticked}`}>
              {rows.map((row, index) => (
                <Fragment key={row.ref}>
                  {state.group && (index === 0 || rows[index - 1]?.group !== row.group) && (
                    <GroupHead
                      name={groupName(row.group)}
                      totals={groups.find(({ group }) => group === row.group) ?? all}
                      span={width}
                    />
                  )}
                  <Row
                    board={boardOfRef(row.ref)}
                    choosable={mayChoose}
                    row={row}
                    labels={labels}
                    live={live}
                    ticked={ticked}
                    quarters={quarters}
                    leads={leads}
                    people={table.people}
                    now={now}
                    columns={state.columns}
                    mayWork={movable.has(row)}
                    onChanged={setChanged}
                    changeHref={`/boards/${boardOfRef(row.ref)}/together?${new URLSearchParams({ chosen: row.ref, back })}`}
                  />
                </Fragment>
              ))}
            </tbody>
          </table>
          <TotalsTable groups={groups} all={all} groupName={groupName} group={state.group} />
        </section>
      )}
      <Pages page={table.page} pages={table.pages} />
      {mayWorkOnSome && !ofBoard && <ChooseBoard boards={movable.boards} query={query} />}
      {mayChoose && (
        <Form
          id="together"
          method="post"
          action={`/boards/${ofBoard}/together`}
          className="bulk-bar"
          aria-label={t`Change several at once`}
          preventScrollReset
          key={`${table.changed?.event ?? ""}-${table.undone}`}
        >
          <HiddenField name="back" value={back} />
          <p>
            {live ? (
              <Plural value={chosen} _0="Nothing chosen yet" one="# chosen" other="# chosen" />
            ) : (
              <>
                <Trans>With the chosen actions:</Trans>{" "}
                <Link to={withParameter(query, "all", "1")}>
                  <Trans>Choose all on this page</Trans>
                </Link>
              </>
            )}
          </p>
          <ChangeFields quarters={quarters} leads={leads} people={table.people} />
          <button className="button solid">
            <Trans>Change</Trans>
          </button>
        </Form>
      )}
    </div>
  );
}

/** On paper, where there is no next page to go to: which of the rows it has. */
function RowsPrinted({ table: { rows, page, pages, all } }: { table: TableScreenData }) {
  const format = useFormat();
  const before = page === pages ? all.count - rows.length : (page - 1) * rows.length;
  const first = format.number(before + 1);
  const last = format.number(before + rows.length);
  const count = format.number(all.count);
  return (
    <p className="on-paper">
      <Trans>
        Rows {first}–{last} of {count}
      </Trans>
    </p>
  );
}

function withoutPage(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete("page");
  return next;
}
