import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { descendantsOf, type Network } from "~/features/core/network-tree.ts";
import { mayWorkOnBoard, type Viewer } from "~/features/core/policy.ts";
import { beginningsOf } from "~/features/core/search/terms.ts";
import { dueSql, overdueSql } from "~/features/plan/actions/due.server.ts";
import { parseActionRef } from "~/features/plan/actions/reference.ts";
import { OPEN_STAGES } from "~/features/plan/actions/stage.ts";
import { withoutCheckInSql } from "~/features/plan/key-results/without-check-in.server.ts";
import type { Quarter } from "~/lib/quarter.ts";
import { actions } from "~db/schema/plan.ts";
import { type BoardState, type Condition, FILTERS, type ListFilter, type ListFilters } from "./filters.ts";
import { type BoardScope, boardsOf } from "./scope.ts";

/* What the filters of a board let through, in SQL: for its cards, its table, its timeline and its exports alike. */

/** What a view of a board is asked for. */
export interface BoardQuery {
  board: BoardScope;
  state: BoardState;
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  now: Quarter;
  at: Date;
}

/** What the filters ask for, in every view; the networks are known already, so that a branch is a list of ids. */
export function boardWhere(asked: BoardQuery): SQL {
  const { board, state } = asked;
  const { mine, q } = state;
  const all = and(
    board === "plan" ? undefined : eq(actions.board, board),
    ...FILTERS.map((name) => (state[name].length > 0 ? WHERE[name](state[name] as never, asked) : undefined)),
    mine ? mineSql(asked) : undefined,
    q ? textMatches(q) : undefined,
  );
  return all ?? sql`true`;
}

const WHERE: { [Name in ListFilter]: (values: ListFilters[Name], asked: BoardQuery) => SQL | undefined } = {
  board: (boards) => inArray(actions.board, boards),
  is: (conditions, asked) => or(...conditions.map((one) => CONDITION[one](asked))),
  stage: (stages) => inArray(actions.stage, stages),
  level: (levels) => inArray(actions.level, levels),
  network: (slugs, { networks }) =>
    inArray(
      actions.leadId,
      slugs.flatMap((slug) => branchBySlug(networks, slug)),
    ),
  priority: (priorities) => inArray(actions.priority, priorities),
  kind: (kinds) => inArray(actions.actionKind, kinds),
  // SQLite's `lower` knows plain letters alone: another capital must be written as the plan writes it.
  label: (labels) => {
    const wanted = sql.join(
      labels.map((label) => sql`lower(${label})`),
      sql`, `,
    );
    return sql`exists (select 1 from json_each(${actions.labels}) as l where lower(l.value) in (${wanted}))`;
  },
  responsible: (ids) => inArray(actions.responsibleId, ids),
  quarter: (quarters) => inArray(actions.dueQuarter, quarters),
};

const CONDITION: Record<Condition, (asked: BoardQuery) => SQL | undefined> = {
  late: ({ now }) => overdueSql(now),
  "due-now": ({ now }) => dueSql("now", now),
  "no-quarter": () => and(inArray(actions.stage, OPEN_STAGES), isNull(actions.dueQuarter)),
  "no-check-in": ({ at }) => withoutCheckInSql(at),
};

function branchBySlug(networks: readonly Network[], slug: string): number[] {
  const network = networks.find((one) => one.slug === slug);
  return network ? [...descendantsOf(networks, network.id)] : [];
}

/**
 * What the viewer is responsible for, what a network of their branch leads, and on the boards that they coordinate what is led
 * internationally too.
 */
function mineSql({ board, viewer, networks }: BoardQuery): SQL | undefined {
  const worked = boardsOf(board).filter((one) => mayWorkOnBoard(viewer, one));
  const international = networks.filter((one) => one.kind === "international").map((one) => one.id);
  return or(
    inArray(actions.leadId, [...viewer.branch]),
    and(inArray(actions.board, worked), inArray(actions.leadId, international)),
    eq(actions.responsibleId, viewer.id),
  );
}

/** Every word of `q`, as the beginning of a word, in any language, without regard to accents; or a reference. */
export function textMatches(q: string): SQL {
  const ref = parseActionRef(q);
  if (ref) return eq(actions.ref, ref);
  const match = beginningsOf(q);
  // Only signs, such as "?!": nothing can match them.
  if (!match) return sql`false`;
  return sql`${actions.id} in (
    select s.subject_id from search_terms join search_index as s on s.id = search_terms.rowid
    where search_terms match ${`{title body} : (${match})`} and s.kind = 'action')`;
}
