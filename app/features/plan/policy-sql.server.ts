import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import { BOARDS, type Board } from "~/domain.ts";
import { mayWorkOn, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { actions } from "~db/schema/plan.ts";

/*
 * The policy's question `mayWorkOn` as an SQL condition, for lists and counts, derived from the policy's own function, so that
 * the two cannot disagree. Who may answer is put in SQL by hand where suggestions are listed (`answerableSql`, suggestions/inbox.server.ts).
 */

/**
 * Returns the condition on `actions` that holds for those on which the viewer may work (`mayWorkOn`).
 *
 * @param networks the whole tree
 */
export function workSql(viewer: Viewer, networks: readonly NetworkNode[]): SQL<number> {
  const boardsByLeads = new Map<string, { boards: Board[]; leads: number[] }>();
  for (const board of BOARDS) {
    const leads = networks.filter((lead) => mayWorkOn(viewer, { board, lead })).map(({ id }) => id);
    if (leads.length === 0) continue;
    const alike = boardsByLeads.get(leads.join()) ?? { boards: [], leads };
    alike.boards.push(board);
    boardsByLeads.set(leads.join(), alike);
  }
  const parts = [...boardsByLeads.values()].map(({ boards, leads }) =>
    and(inArray(actions.board, boards), inArray(actions.leadId, leads)),
  );
  // A number alone would name a column, where rows are put in order.
  return sql<number>`(${or(...parts) ?? sql`1 = 0`})`;
}
