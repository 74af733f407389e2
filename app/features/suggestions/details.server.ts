import { sql } from "drizzle-orm";
import type { DetailsSql } from "~/features/core/details.server.ts";
import { networks } from "~db/schema/people.ts";
import { suggestions } from "~db/schema/suggestions.ts";

/** SQL for what is told of a suggestion wherever it is named. */
export const suggestionDetails: DetailsSql = (id) => sql`(
  select json_object('id', s.id, 'title', s.title, 'lang', s.language, 'board', s.board, 'state', s.state,
    'origin', json(n.names), 'responseDue', s.response_due)
  from ${suggestions} as s join ${networks} as n on n.id = s.origin_id where s.id = ${id})`;
