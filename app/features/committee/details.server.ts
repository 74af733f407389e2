import { sql } from "drizzle-orm";
import type { DetailsSql } from "~/features/core/details.server.ts";
import { alignments, decisions, reviews } from "~db/schema/committee.ts";
import { networks } from "~db/schema/people.ts";

/** SQL for what is told of a decision wherever it is named. */
export const decisionDetails: DetailsSql = (id) => sql`(
  select json_object('id', d.id, 'text', d.text, 'state', d.state, 'dueOn', d.due_on, 'lookAgainOn', d.look_again_on,
    'quarter', r.quarter)
  from ${decisions} as d join ${reviews} as r on r.id = d.review_id where d.id = ${id})`;

/** SQL for what is told of a review, with what it decided. */
export const reviewDetails: DetailsSql = (id) => sql`(
  select json_object('quarter', r.quarter, 'decided', (
    select json_group_array(text) from (
      select d.text from ${decisions} as d where d.review_id = r.id and d.state = 'adopted' order by d.id)))
  from ${reviews} as r where r.id = ${id})`;

/** SQL for what is told of a continental network's view of a quarter. */
export const viewDetails: DetailsSql = (id) => sql`(
  select json_object('quarter', r.quarter, 'slug', n.slug, 'network', json(n.names))
  from ${alignments} as v join ${reviews} as r on r.id = v.review_id join ${networks} as n on n.id = v.network_id
  where v.id = ${id})`;
