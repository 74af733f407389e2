import { Trans, useLingui } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Link,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { useMemo } from "react";
import { isOneOf, type Stage } from "~/domain.ts";
import { namedInTreeOrder, networkOptions } from "~/features/core/network-tree.ts";
import { followByForm, isFollowing } from "~/features/core/notifications/follow.server.ts";
import { boardSubject } from "~/features/core/notifications/notice.ts";
import { mayLead, maySuggest, mayWorkOnBoard } from "~/features/core/policy.ts";
import type { Visit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { labelsOn } from "~/features/plan/actions/action-labels.server.ts";
import { type MoveAnswer, moveByForm, undoableMove } from "~/features/plan/actions/move-form.server.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { type QuickAdded, quickAddByForm, quickAddStages } from "~/features/plan/actions/quick-add.server.ts";
import { replanByForm, replanUndoable } from "~/features/plan/actions/replan.server.ts";
import { responsibleOn } from "~/features/plan/actions/responsible.server.ts";
import { FIRST_STAGES } from "~/features/plan/actions/stage.ts";
import { BoardFigures } from "~/features/plan/boards/components/board-figures.tsx";
import { BoardMenu } from "~/features/plan/boards/components/board-menu.tsx";
import type { BoardMenuProps } from "~/features/plan/boards/components/board-menu-content.tsx";
import { BoardScreen } from "~/features/plan/boards/components/board-screen.tsx";
import { FilterMenu, FiltersShown } from "~/features/plan/boards/components/filter-menu.tsx";
import { useCardLabels } from "~/features/plan/boards/components/use-card-labels.ts";
import type { MoveResult, OpenMove } from "~/features/plan/boards/components/use-moves.ts";
import { ViewTabs } from "~/features/plan/boards/components/view-tabs.tsx";
import { boardSearch, readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns, dueQuarters, summaries } from "~/features/plan/boards/queries.server.ts";
import { type BoardScope, boardsOf, movableIn, scopeFrom, scopeName } from "~/features/plan/boards/scope.ts";
import { tableScreen } from "~/features/plan/boards/table/screen.server.ts";
import type { OpenPlan } from "~/features/plan/boards/timeline/components/use-replans.ts";
import { timelineOf } from "~/features/plan/boards/timeline/queries.server.ts";
import { afterReplan, readTimeline } from "~/features/plan/boards/timeline/query.ts";
import { boardVersion } from "~/features/plan/boards/version.server.ts";
import { calendarScreen } from "~/features/plan/calendar/screen.server.ts";
import { changesPanelAlone } from "~/features/plan/panel/address.ts";
import { viewsOn } from "~/features/plan/saved-views/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound, safePath } from "~/http/visit.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { labelsOf, useLabels } from "~/ui/labels.ts";
import { lazyComponent, useOnceReady } from "~/ui/lazy.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

// Most come for the columns: the other ways to look are downloaded by those who choose them.
const table = lazyComponent(".table-screen", () =>
  import("~/features/plan/boards/table/components/table-screen.tsx").then(({ TableScreen }) => TableScreen),
);
const timeline = lazyComponent(".timeline", () =>
  import("~/features/plan/boards/timeline/components/timeline-screen.tsx").then(({ TimelineScreen }) => TimelineScreen),
);
const calendar = lazyComponent(".plan-calendar", () =>
  import("~/features/plan/calendar/components/calendar-screen.tsx").then(({ CalendarScreen }) => CalendarScreen),
);

const menu = lazyComponent(".board-menu[open]", async () => {
  const [{ BoardMenuContent }, { RegisterLinks }] = await Promise.all([
    import("~/features/plan/boards/components/board-menu-content.tsx"),
    import("~/features/tools/engine/related/register-links.tsx"),
  ]);
  return (content: Omit<BoardMenuProps, "children">) => (
    <BoardMenuContent {...content}>
      {content.board !== "plan" && <RegisterLinks board={content.board} />}
    </BoardMenuContent>
  );
});

/** A board, or the whole plan where the address names none. */
export const loader = forViewer((visit) => {
  const board = scopeOf(visit);
  const { db, viewer, networks, language, url } = visit;
  const state = readBoardState(url.searchParams, board);
  const now = quarterOf(visit.at);
  // Read before the cards: a change in between is then asked for again, never missed.
  const version = boardVersion(db, board);
  const summary = summaries(db, now);
  const moved = Number(url.searchParams.get("moved"));
  const replanned = Number(url.searchParams.get("replanned"));
  const asked = { board, state, viewer, networks, language, now, at: visit.at };
  const { view } = state;
  const ofBoard = board === "plan" ? null : board;
  const worksOn = boardsOf(board).filter((one) => mayWorkOnBoard(viewer, one));
  return {
    board,
    state,
    version,
    columns: view === "board" ? boardColumns(db, asked) : null,
    table: view === "table" ? tableScreen(visit, asked) : null,
    timeline: view === "timeline" ? timelineOf(db, asked, readTimeline(url.searchParams)) : null,
    calendar: view === "calendar" ? calendarScreen(visit, asked) : null,
    kept: viewsOn(db, board, viewer.id),
    summary: board === "plan" ? summary.plan : summary.boards[board],
    networks: namedInTreeOrder(networks, language),
    filterNetworks: networkOptions(networks, language, state.network),
    quarters: dueQuarters(db, board),
    people: responsibleOn(db, ofBoard).map(({ id, name }): [string, string] => [id, name]),
    labels: labelsOn(db, ofBoard),
    may: { add: worksOn.length > 0, suggest: maySuggest(viewer) },
    // What is added belongs to one board.
    quickAdd: { stages: view === "board" && ofBoard ? quickAddStages(visit, ofBoard) : [], ...quickAddOpened(visit) },
    density: viewer.density ?? "comfortable",
    following: ofBoard !== null && isFollowing(db, viewer, boardSubject(ofBoard)),
    movable: {
      boards: worksOn,
      leads: worksOn.length > 0 ? networks.filter((lead) => mayLead(viewer, lead)).map(({ id }) => id) : [],
    },
    opened: openedBy(visit, view === "timeline" ? "plan" : "move"),
    undo: moved > 0 ? undoableMove(db, viewer, moved) : null,
    undoPlan: replanned > 0 ? replanUndoable(db, viewer, replanned) : null,
    title: scopeName(labelsOf(visit.i18n), board),
  };
});

export const action = forViewer(async (visit) => {
  const board = scopeOf(visit);
  const { request, db, by, viewer, language } = visit;
  const form = await request.formData();
  if (board !== "plan" && followByForm(db, viewer, form, boardSubject(board))) return redirect(visit.url.pathname);
  const back = safePath(form.get("back"), visit.url.pathname);
  const added = board === "plan" ? null : quickAddByForm(visit, board, form);
  if (added) {
    if (form.has("quick") || added.outcome === "invalid")
      return data({ added, move: null, replan: null }, { status: added.http });
    return redirect(afterQuickAdd(added, back));
  }
  const replan = replanByForm(db, by, viewer, form);
  if (replan) {
    if (form.has("quick") || replan.http !== 200)
      return data({ replan, move: null, added: null }, { status: replan.http });
    return redirect(afterReplan(replan, back));
  }
  const move = moveByForm(db, by, viewer, form, language, { amongAll: board === "plan" }) ?? badRequest(visit);
  if (form.has("quick") || move.http !== 200) return data({ move, replan: null, added: null }, { status: move.http });
  return redirect(afterMove(move, back));
});

/** A line that drops leaves the board as it was, with the move at hand to try again. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<{ move: MoveResult }> {
  const fields = Object.fromEntries(await request.clone().formData()) as Record<string, string>;
  try {
    return await serverAction<{ move: MoveAnswer }>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { move: { outcome: "line-lost", ref: fields.ref ?? "", fields } };
  }
}

/** Without a line there is nothing to ask for again: the board stays as it is. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  if (changesPanelAlone(asked)) return false;
  return asked.actionResult?.move?.outcome === "line-lost" ? false : alsoOnConflict(asked);
}

export const meta = titled;

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const pieceOf = (page: Page) => (page.table && table) || (page.timeline && timeline) || (page.calendar && calendar);

export default function BoardPage() {
  const page = useOnceReady(useLoaderData<typeof loader>(), pieceOf);
  return page && <Page {...page} />;
}

function Page(page: Page) {
  const { board, columns, kept, state, version, summary, networks, quarters, people } = page;
  const { may, following, movable, opened, undo, undoPlan } = page;
  const ofBoard = board === "plan" ? undefined : board;
  const { move: answer, replan, added } = useActionData<typeof action>() ?? {};
  const { t } = useLingui();
  const domainLabels = useLabels();
  const labels = useCardLabels(networks, board);
  const filters = { scope: board, state, networks: page.filterNetworks, quarters, people, labels: page.labels };
  const mine = useMemo(() => movableIn(movable), [movable]);
  return (
    <main id="content" className="board" data-board={ofBoard} data-view={state.view} data-density={page.density}>
      <header className="board-head">
        <div className="board-title">
          <h1>{scopeName(domainLabels, board)}</h1>
          {page.density === "comfortable" && (
            <p>{ofBoard ? domainLabels.boardPurpose(ofBoard) : domainLabels.wholePlanPurpose()}</p>
          )}
        </div>
        <ViewTabs view={state.view} />
        <FiltersShown {...filters} />
        <BoardFigures board={board} summary={summary} />
        <div className="board-tools">
          <FilterMenu {...filters} />
          {may.suggest && (
            <Link className="button" to={`/suggestions/new${ofBoard ? `?board=${ofBoard}` : ""}`}>
              <Trans>Suggest</Trans>
            </Link>
          )}
          {may.add && (
            <Link
              className="button solid"
              to={`/actions/new${ofBoard ? `?board=${ofBoard}` : ""}`}
              aria-label={t`Add an action`}
            >
              <Trans context="an action to a board">Add</Trans>
            </Link>
          )}
          <BoardMenu
            piece={menu}
            content={{ board, view: state.view, density: page.density, following, kept, mayEditTemplates: may.add }}
          />
        </div>
      </header>
      {page.timeline && timeline.Piece && (
        <timeline.Piece
          key={board}
          board={board}
          state={state}
          labels={labels}
          version={version}
          timeline={page.timeline}
          movable={mine}
          opened={replan?.outcome === "invalid" ? (replan as OpenPlan) : (opened as OpenPlan | null)}
          news={replan ?? undoPlan}
        />
      )}
      {columns && (
        <BoardScreen
          key={board}
          board={board}
          columns={columns}
          state={state}
          labels={labels}
          version={version}
          movable={mine}
          maySuggest={may.suggest}
          opened={answer?.outcome === "invalid" ? (answer as OpenMove) : opened}
          news={answer ?? undo}
          quickAdd={added ? { ...page.quickAdd, news: added } : page.quickAdd}
        />
      )}
      {page.calendar && calendar.Piece && (
        <calendar.Piece key={board} board={board} calendar={page.calendar} version={version} />
      )}
      {page.table && table.Piece && (
        <table.Piece
          key={board}
          board={board}
          labels={labels}
          version={version}
          table={page.table}
          filters={state}
          movable={mine}
        />
      )}
    </main>
  );
}

function scopeOf(visit: Visit): BoardScope {
  return scopeFrom(visit.params.board) ?? notFound(visit);
}

/** The form that `?move=` or `?plan=` opens, or the one that was typed when the session turned out to have ended. */
function openedBy(visit: Visit, parameter: "move" | "plan"): OpenMove | null {
  const kept = loadFormDraft(visit);
  const ref = kept?.get("ref") ?? visit.url.searchParams.get(parameter);
  if (typeof ref !== "string") return null;
  const submitted = kept && (Object.fromEntries(kept) as OpenMove["submitted"]);
  return submitted ? { ref, submitted } : { ref };
}

/** The quick add that `?add=` opens, with what was added there, or the one that was typed in when the session turned out to have ended. */
function quickAddOpened(visit: Visit): { opened: Stage | null; news: QuickAdded | null } {
  const kept = loadFormDraft(visit);
  const wanted = kept?.get("intent") === "add" ? kept.get("stage") : visit.url.searchParams.get("add");
  const opened = isOneOf(FIRST_STAGES, wanted) ? wanted : null;
  const action = opened && findAction(visit.db, visit.url.searchParams.get("added") ?? "");
  if (!action) return { opened, news: null };
  const { title } = readingOf(action.texts, visit.language, action.sourceLanguage);
  return { opened, news: { outcome: "added", http: 200, stage: opened, ref: action.ref, title } };
}

/** Back to the board as it was, with the form open for the next title. */
function afterQuickAdd({ stage, ref }: Extract<QuickAdded, { outcome: "added" }>, back: string): string {
  const [path = "/", search = ""] = back.replace(/#.*$/, "").split("?");
  const query = new URLSearchParams(boardSearch(new URLSearchParams(search)));
  query.set("add", stage);
  query.set("added", ref);
  return `${path}?${query}#add-${stage}`;
}

/** Back to the board as it was, at the card that moved, with the event by which the move can be taken back. */
function afterMove(move: MoveAnswer, back: string): string {
  const [path = "/", search = ""] = back.replace(/#.*$/, "").split("?");
  const query = new URLSearchParams(boardSearch(new URLSearchParams(search)));
  if (move.outcome === "moved" && !move.undone) query.set("moved", String(move.event));
  return `${path}${query.size > 0 ? `?${query}` : ""}#${move.ref}`;
}
