import { eq, sql } from "drizzle-orm";
import type { Language, Translated } from "~/domain.ts";
import { asOf, type SubjectHistory } from "~/features/core/history/as-of.server.ts";
import { networksAtEvent } from "~/features/core/history/names-then.server.ts";
import { ancestorsOf, type Network } from "~/features/core/network-tree.ts";
import type { Database } from "~db/connection.ts";
import { entries } from "~db/schema/tools.ts";
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

/**
 * Returns what was published in a year, by its days: as the register has it, or as it had it right after an event, networks
 * under their names of then. 1 statement, and 3 more for an event.
 */
export function publishedIn(
  db: Database,
  networks: readonly Pick<Network, "id" | "kind" | "parentId" | "names">[],
  year: number,
  eventId: number | null = null,
): PublishedInYear {
  const tree = eventId === null ? networks : networksAtEvent(db, eventId);
  const levels = tree.filter(({ kind }) => kind === "international" || kind === "continental");
  const ofYear = registerAt(db, eventId).filter(
    ({ removed, fields }) =>
      !removed && fields.state === "published" && String(fields.day ?? "").startsWith(`${year}-`),
  );
  const day = ({ fields }: Entered) => String(fields.day);
  return {
    places: levels.map(({ id, names }) => ({ id, names })),
    published: ofYear
      .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id - b.id))
      .flatMap((entered) => {
        const { title, networkId, fields } = entered;
        const line = ancestorsOf(tree, networkId);
        const place = line.find(({ kind }) => kind === "international" || kind === "continental");
        const [network] = line;
        if (!network || !place) return [];
        return {
          titles: title,
          day: day(entered),
          channel: fields.channel as Channel,
          language: fields.language as Language,
          audience: (fields.audience ?? null) as Published["audience"],
          link: String(fields.link ?? ""),
          network: network.names,
          place: place.id,
        };
      }),
  };
}

interface Entered {
  id: number;
  title: Translated;
  networkId: number;
  fields: Record<string, unknown>;
  removed: boolean;
}

/** The register's entries right after an event. 1 statement, and 1 for an event. */
function registerAt(db: Database, eventId: number | null): Entered[] {
  const rows = db.select().from(entries).where(eq(entries.register, publications.name)).all();
  const now = new Map(
    rows.map(({ id, title, networkId, fields, removedAt }): [number, Entered] => [
      id,
      { id, title, networkId, fields, removed: removedAt !== null },
    ]),
  );
  if (eventId === null) return [...now.values()];
  return [...asOf(db, now, publicationHistory, { afterEvent: eventId }).values()];
}

/** What the events of an entry say of it. */
const publicationHistory: SubjectHistory<
  Entered,
  "entry.created" | "entry.edited" | "entry.removed" | "entry.restored"
> = {
  kinds: ["entry.created", "entry.edited", "entry.removed", "entry.restored"],
  key: sql`entry_id`,
  only: sql`entry_id in (select id from ${entries} where register = ${publications.name})`,
  before({ kind, before }, after) {
    if (!after || kind === "entry.created") return undefined;
    if (kind === "entry.edited") return takenBack(after, before);
    return { ...after, removed: kind === "entry.restored" };
  },
};

/** History keeps an entry one level deep: its title and its prose by language. */
function takenBack(after: Entered, before: Record<string, unknown>): Entered {
  const entered = { ...after, fields: { ...after.fields } };
  for (const [name, value] of Object.entries(before)) {
    const [field = "", language] = name.split(".");
    if (field === "networkId") entered.networkId = Number(value);
    else if (field === "title" && language) entered.title = withText(entered.title, language as Language, value);
    else if (!language) entered.fields[field] = value;
  }
  return entered;
}

function withText({ ...texts }: Translated, language: Language, value: unknown): Translated {
  if (typeof value === "string") texts[language] = value;
  else delete texts[language];
  return texts;
}
