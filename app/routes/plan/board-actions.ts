import { actionsTable } from "~/features/plan/boards/actions-table.server.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { scopeFrom, scopeName } from "~/features/plan/boards/scope.ts";
import { readTableState } from "~/features/plan/boards/table/table-state.ts";
import { tableFile } from "~/http/table-file.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { labelsOf } from "~/ui/labels.ts";

/** The actions of a board or of the whole plan under the filters as a file for a spreadsheet, in the reader's language. */
export const loader = forViewer(async (visit) => {
  const { db, viewer, networks, language, i18n, url, params, at } = visit;
  const board = scopeFrom(params.board) ?? notFound(visit);
  const state = readBoardState(url.searchParams, board);
  const asked = { board, state, viewer, networks, language, now: quarterOf(at), at };
  const table = await actionsTable(db, asked, readTableState(url.searchParams), i18n);
  return tableFile(visit, table, scopeName(labelsOf(i18n), board));
});
