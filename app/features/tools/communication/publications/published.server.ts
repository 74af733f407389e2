import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { lineOf, type Network } from "~/features/core/network-tree.ts";
import type { Language, Translated } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { entries } from "~db/schema.ts";
import { type AUDIENCES, type Channel, publications } from "./publications.ts";

type Names = Network["names"];

/** What was published: in no language of its own, as a document needs it that is made in each. */
export interface Published {
  titles: Translated;
  day: string;
  channel: Channel;
  language: Language;
  audience: (typeof AUDIENCES)[number] | null;
  link: string;
  network: Names;
  /** The continent of the network, or the international network. */
  place: number;
}

export interface PublishedInYear {
  /** The international level and the continents, in their order. */
  places: { id: number; names: Names }[];
  published: Published[];
}

/** What was published in a year, as the register has it, by its days. 1 statement. */
export function publishedIn(db: Database, networks: readonly Network[], year: number): PublishedInYear {
  const field = (name: string) => sql`${entries.fields} ->> ${`$.${name}`}`;
  const rows = db
    .select({ title: entries.title, networkId: entries.networkId, fields: entries.fields })
    .from(entries)
    .where(
      and(
        ...[eq(entries.register, publications.name), isNull(entries.removedAt)],
        ...[sql`${field("state")} = 'published'`, sql`substr(${field("day")}, 1, 4) = ${String(year)}`],
      ),
    )
    .orderBy(sql`${field("day")}`, asc(entries.id))
    .all();
  const levels = networks.filter(({ kind }) => kind === "international" || kind === "continental");
  return {
    places: levels.map(({ id, names }) => ({ id, names })),
    published: rows.flatMap(({ title, networkId, fields }) => {
      const line = lineOf(networks, networkId);
      const place = line.find(({ kind }) => kind === "international" || kind === "continental");
      const [network] = line;
      if (!network || !place) return [];
      return {
        ...{ titles: title, day: String(fields.day), channel: fields.channel as Channel },
        ...{ language: fields.language as Language, audience: (fields.audience ?? null) as Published["audience"] },
        ...{ link: String(fields.link ?? ""), network: network.names, place: place.id },
      };
    }),
  };
}
