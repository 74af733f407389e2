import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { DECISION_STATES, type DecisionState, type Language, type SeatPosition } from "~/domain.ts";
import { foreign } from "~/i18n/languages.ts";
import { dayOf } from "~/lib/days.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { Database } from "~db/connection.ts";
import { decisionConcerns, decisions, reviews } from "~db/schema/committee.ts";
import { networks, people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { positionsOn } from "./positions.server.ts";
import { recordsOf } from "./record.server.ts";

/** The parts of the list, in the order in which they are read. */
export const SHOWS = ["open", "to-do", "again", "all"] as const;
export type Show = (typeof SHOWS)[number];

export interface DecisionFilters {
  show: Show;
  state: DecisionState | null;
  /** A quarter. */
  review: string | null;
  /** A person's id, or `network:` and a network's. */
  doer: string | null;
  page: number;
}

const schema = z.object({
  show: z.enum(SHOWS).nullable().catch(null),
  state: z.enum(DECISION_STATES).nullable().catch(null),
  review: z.string().max(7).nullable().catch(null),
  doer: z.string().max(100).nullable().catch(null),
});

/** Reads the query string of `/decisions`; what does not fit is left out. Whoever asks for a state asks for all parts. */
export function readDecisionFilters(query: URLSearchParams): DecisionFilters {
  const one = (name: string) => query.get(name) || null;
  const { show, ...read } = schema.parse({
    show: one("show"),
    state: one("state"),
    review: one("review"),
    doer: one("doer"),
  });
  return { ...read, show: show ?? (read.state ? "all" : "open"), page: pageFrom(query) };
}

export const DECISIONS_A_PAGE = 20;

/** Adopted, its day has come, and no later decision has taken it up. */
const dueAgain = (day: string) =>
  and(
    eq(decisions.state, "adopted"),
    isNull(decisions.endedAt),
    lte(decisions.lookAgainOn, day),
    sql`not exists (select 1 from ${decisions} as later where later.revisits_id = ${decisions}.id and later.state = 'adopted')`,
  );

const PARTS: Record<Show, (day: string) => SQL | undefined> = {
  open: () => eq(decisions.state, "proposed"),
  "to-do": () =>
    and(
      eq(decisions.state, "adopted"),
      isNull(decisions.doneAt),
      isNull(decisions.endedAt),
      or(isNotNull(decisions.doerId), isNotNull(decisions.doerNetworkId)),
    ),
  again: dueAgain,
  all: () => undefined,
};

/** A page of decisions: what is open by when it was proposed, what is to be done by its day, else the newest first. 4 statements. */
export function listDecisions(db: Database, filters: DecisionFilters, language: Language, at: Date) {
  const day = dayOf(at);
  const { show, state, review, doer } = filters;
  const named = and(
    state ? eq(decisions.state, state) : undefined,
    review ? eq(reviews.quarter, review) : undefined,
    doer
      ? doer.startsWith("network:")
        ? eq(decisions.doerNetworkId, Number(doer.slice(8)))
        : eq(decisions.doerId, doer)
      : undefined,
  );
  const where = and(PARTS[show](day), named);
  const counted = (part: Show) => sql<number>`coalesce(sum(${PARTS[part](day) ?? sql`1`}), 0)`;
  const counts = db
    .select({ open: counted("open"), "to-do": counted("to-do"), again: counted("again"), all: counted("all") })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(named)
    .get() ?? { open: 0, "to-do": 0, again: 0, all: 0 };
  const pages = Math.max(1, Math.ceil(counts[show] / DECISIONS_A_PAGE));
  const page = Math.min(filters.page, pages);
  const order: Record<Show, SQL[]> = {
    open: [desc(decisions.id)],
    "to-do": [sql`${decisions.dueOn} is null`, asc(decisions.dueOn), asc(decisions.id)],
    again: [asc(decisions.lookAgainOn), asc(decisions.id)],
    all: [desc(decisions.id)],
  };
  const rows = decisionRows(db, where, order[show], language, {
    limit: DECISIONS_A_PAGE,
    offset: (page - 1) * DECISIONS_A_PAGE,
  });
  return { counts, page, pages, decisions: rows };
}

/**
 * Decisions as lists show them, with what they concern and how far the seats are. What is decided is told from its record:
 * who leaves the committee or takes another name later changes nothing of it. 3 statements.
 */
export function decisionRows(
  db: Database,
  where: SQL | undefined,
  order: SQL[],
  language: Language,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = db
    .select({
      id: decisions.id,
      state: decisions.state,
      text: decisions.text,
      language: decisions.language,
      dueOn: decisions.dueOn,
      lookAgainOn: decisions.lookAgainOn,
      doneAt: decisions.doneAt,
      decidedAt: decisions.decidedAt,
      version: decisions.version,
      quarter: reviews.quarter,
      doer: people.name,
      network: networks.names,
      refs: sql<
        string | null
      >`(select group_concat(ref, ' ') from (select ${actions}.ref as ref from ${decisionConcerns}
        join ${actions} on ${actions}.id = ${decisionConcerns}.action_id
        where ${decisionConcerns}.decision_id = ${decisions}.id order by ${decisionConcerns}.id limit 6))`,
    })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .leftJoin(people, eq(people.id, decisions.doerId))
    .leftJoin(networks, eq(networks.id, decisions.doerNetworkId))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .all();
  const listed = inArray(
    decisions.id,
    rows.map(({ id }) => id),
  );
  const records = recordsOf(db, listed);
  const positions = positionsOn(db, listed);
  return rows.map(({ language: lang, doer, network, doneAt, decidedAt, refs, ...row }) => {
    const record = records.get(row.id);
    const taken =
      record?.seats.map(({ stand }) => stand) ??
      positions.filter(({ decisionId }) => decisionId === row.id).map(({ position }) => position);
    const count = (wanted: SeatPosition) => taken.filter((position) => position === wanted).length;
    return {
      ...row,
      lang: foreign(lang, language),
      doer: record ? record.doer.person : doer,
      network: (record ? record.doer.network?.names : network)?.[language] ?? null,
      done: doneAt !== null,
      decidedAt: decidedAt && +decidedAt,
      consents: count("consent"),
      objections: count("objection"),
      abstentions: count("abstention"),
      refs: refs ? refs.split(" ") : [],
    };
  });
}

export type ListedDecision = ReturnType<typeof decisionRows>[number];

/** The reviews and doers that there are to filter by. 2 statements. */
export function filterChoices(db: Database, language: Language) {
  const doers = db
    .selectDistinct({
      id: decisions.doerId,
      name: people.name,
      networkId: decisions.doerNetworkId,
      network: networks.names,
    })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.doerId))
    .leftJoin(networks, eq(networks.id, decisions.doerNetworkId))
    .all();
  const named = new Map<string, string>();
  for (const { id, name, networkId, network } of doers) {
    if (id && name) named.set(id, name);
    if (networkId && network) named.set(`network:${networkId}`, network[language]);
  }
  return {
    reviews: db
      .selectDistinct({ quarter: reviews.quarter })
      .from(reviews)
      .innerJoin(decisions, eq(decisions.reviewId, reviews.id))
      .orderBy(desc(reviews.quarter))
      .all()
      .map(({ quarter }) => quarter),
    doers: [...named].sort(([, a], [, b]) => a.localeCompare(b, language)),
  };
}
