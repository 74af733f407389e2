import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { BOARDS, type Board } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { mayAnswerAs, type Viewer } from "~/features/core/policy.ts";
import { OPEN_STAGES } from "~/features/plan/actions/stage.ts";
import { follows } from "~db/schema/history.ts";
import { actions } from "~db/schema/plan.ts";

/** Who looks at what is theirs. */
export interface Mine {
  viewer: Viewer;
  networks: readonly Network[];
}

/**
 * What somebody leads: led from their branch of the tree or, for who belongs to an organisation, by its national network;
 * for a coordinator only on the boards that they coordinate, and there what is led internationally too. An observer leads
 * nothing.
 */
export function leadSql({ viewer, networks }: Mine): SQL {
  if (viewer.role === "observer") return sql`false`;
  const boards = boardsOf(viewer);
  const international = networks.filter(({ kind }) => kind === "international").map(({ id }) => id);
  const own = networks.filter(({ id, kind }) => kind === "national" && viewer.line.has(id)).map(({ id }) => id);
  const leads = viewer.role === "coordinator" ? international : own;
  return and(inArray(actions.board, boards), inArray(actions.leadId, [...viewer.branch, ...leads])) ?? sql`false`;
}

/** On which boards: their own for coordinators, all for everyone else. */
export const boardsOf = (viewer: Viewer): readonly Board[] => (viewer.role === "coordinator" ? viewer.boards : BOARDS);

/** What they follow by itself: a followed board would be everything on it. */
export const followSql = ({ viewer }: Mine): SQL =>
  sql`exists (select 1 from ${follows} where person_id = ${viewer.id} and subject = 'action:' || ${actions.id})`;

/** What they are responsible for in person. */
export const responsibleSql = ({ viewer }: Mine): SQL => eq(actions.responsibleId, viewer.id);

/** All that is theirs: what they are responsible for, what their part of the network leads, what they follow. */
export const ownSql = (mine: Mine): SQL => or(responsibleSql(mine), leadSql(mine), followSql(mine)) ?? sql`false`;

/** The networks as which they may answer an action that strengthens them. */
export const answeringAs = ({ viewer, networks }: Mine): number[] =>
  networks.filter((network) => mayAnswerAs(viewer, network)).map(({ id }) => id);

export const isOpenSql = inArray(actions.stage, OPEN_STAGES);
