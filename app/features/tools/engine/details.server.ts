import { sql } from "drizzle-orm";
import type { DetailsSql } from "~/features/core/details.server.ts";
import { networks } from "~db/schema/people.ts";
import { entries } from "~db/schema/tools.ts";

/** SQL for what is told of an entry wherever it is named. */
export const entryDetails: DetailsSql = (id) => sql`(
  select json_object('register', e.register, 'title', json(e.title), 'network', json(n.names))
  from ${entries} as e join ${networks} as n on n.id = e.network_id where e.id = ${id})`;
