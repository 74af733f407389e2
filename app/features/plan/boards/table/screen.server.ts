import { mayWorkOnBoard } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { bulkEditUndoable } from "~/features/plan/actions/bulk-edit.server.ts";
import { formChoices } from "~/features/plan/actions/form.server.ts";
import { peopleByName } from "~/features/plan/actions/responsible.server.ts";
import { boardsOf } from "../scope.ts";
import type { BoardQuery } from "../where.server.ts";
import { boardTable } from "./rows.server.ts";
import { readTableState } from "./table-state.ts";

/** What the table of a board shows. 2 statements, 3 when ordered by progress, and 2 for the change that was just made. */
export function tableScreen(visit: SignedInVisit, asked: BoardQuery) {
  const { db, viewer, url } = visit;
  const state = readTableState(url.searchParams);
  const data = boardTable(db, asked, state);
  const { leads, quarters } = formChoices(
    visit,
    data.rows.flatMap(({ start, due }) => [start, due]),
    data.rows.map(({ lead }) => lead),
  );
  const together = Number(url.searchParams.get("together"));
  return {
    ...data,
    state,
    leads: leads.map(({ id }) => id),
    quarters,
    // Whom one can make responsible: for those alone who change anything here.
    people: boardsOf(asked.board).some((board) => mayWorkOnBoard(viewer, board)) ? peopleByName(db) : [],
    now: +visit.at,
    changed: together > 0 ? bulkEditUndoable(db, viewer.id, together) : null,
    undone: Number(url.searchParams.get("undone")) || 0,
  };
}

export type TableScreenData = ReturnType<typeof tableScreen>;
