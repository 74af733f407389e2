import { isOneOf, type Language, ROLES, type Role } from "~/domain.ts";
import { descendantsOf, type Network } from "~/features/core/network-tree.ts";
import { maySeeAddress, type Viewer } from "~/features/core/policy.ts";
import { foldText } from "~/lib/fold.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema/people.ts";

export const PEOPLE_A_PAGE = 50;

/** What the page's address asks for. */
export interface PeopleFilters {
  q: string;
  role: Role | null;
  /** A network's slug: it and all below it. */
  network: string | null;
  /** From 1. */
  page: number;
}

export function peopleFilters(query: URLSearchParams): PeopleFilters {
  const role = query.get("role");
  return {
    q: (query.get("q") ?? "").trim().slice(0, 100),
    role: isOneOf(ROLES, role) ? role : null,
    network: query.get("network") || null,
    page: pageFrom(query),
  };
}

interface Reader {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
}

/**
 * A page of people as this viewer may know them, by name in the order of their language; a search finds a name without its
 * accents, and an address only where the viewer may see it. People come by invitation: there are hundreds of them, not
 * hundreds of thousands, so that they are read at once and compared as people compare them. 1 statement.
 */
export function listPeople(db: Database, { viewer, networks, language }: Reader, filters: PeopleFilters) {
  const network = filters.network && networks.find(({ slug }) => slug === filters.network);
  const branch = network ? descendantsOf(networks, network.id) : null;
  const wanted = foldText(filters.q);
  const byName = new Intl.Collator(language).compare;
  const found = db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      networkId: people.networkId,
      boards: people.boards,
      suspendedAt: people.suspendedAt,
    })
    .from(people)
    .all()
    .map((person) => ({ ...person, email: maySeeAddress(viewer, person) ? person.email : null }))
    .filter(({ role, networkId }) => (!filters.role || role === filters.role) && (!branch || branch.has(networkId)))
    .filter(({ name, email }) => !wanted || foldText(`${name} ${email ?? ""}`).includes(wanted))
    .sort((a, b) => byName(a.name, b.name) || byName(a.id, b.id));
  const pages = Math.max(1, Math.ceil(found.length / PEOPLE_A_PAGE));
  const page = Math.min(filters.page, pages);
  const rows = found.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE).map(({ suspendedAt, ...person }) => {
    const home = networks.find(({ id }) => id === person.networkId);
    return {
      ...person,
      network: home && { slug: home.slug, name: home.names[language] },
      suspended: suspendedAt !== null,
    };
  });
  return { people: rows, total: found.length, page, pages };
}
