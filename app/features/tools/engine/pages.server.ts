import type { Language, Translated } from "~/domain.ts";
import { type Network, networkOptions, openNetworks } from "~/features/core/network-tree.ts";
import { mayEditEntry, mayWorkOnBoard, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { loadReferences } from "~/features/plan/references/references.server.ts";
import { textShown } from "~/i18n/languages.ts";
import { dayOf } from "~/lib/days.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { Database } from "~db/connection.ts";
import type { Fields, Values } from "./field.ts";
import { type Filters, filterQuery, readFilters } from "./filters.server.ts";
import { actionsNamed, entriesLeadingTo, entriesNamed } from "./linked.server.ts";
import { mayEditPart, type PartRow, partsOf } from "./parts.server.ts";
import { type FoundEntry, listEntries, readIn, yearsOf } from "./queries.server.ts";
import { fitsKind, type PartDefinition, type Register } from "./register.ts";

/** Who looks at a register's page, where and when. */
export interface PageContext {
  db: Database;
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  url: URL;
  at: Date;
}

/** What stands around whatever shows a register's entries: its filters, and whether one may enter something. 1 statement. */
export function frameOf({ db, viewer, networks, language }: PageContext, register: Register, filters: Filters) {
  return {
    filters: {
      ...filters,
      network: filters.network?.slug ?? null,
      named: Object.fromEntries(Object.entries(filters.named).map(([name, { slug }]) => [name, slug])),
      year: filters.year?.year ?? null,
      past: filters.past?.over ?? null,
    },
    query: String(filterQuery(filters)),
    networks: networkOptions(networks, language, [
      filters.network?.slug,
      ...Object.values(filters.named).map(({ slug }) => slug),
    ])
      .filter(({ kind }) => kind !== "organisation")
      .map(({ slug, name, depth, kind }) => ({ slug, name, depth, kind })),
    years: yearsOf(db, register),
    mayAdd: mayAdd(viewer, networks, register),
  };
}

/** What the page of a register's list shows. 5 statements at most, however many entries there are. */
export function listOf(looking: PageContext, register: Register) {
  const { db, networks, language, url, at } = looking;
  const filters = readFilters(register, url.searchParams, networks, dayOf(at));
  const list = listEntries(db, register, filters, language, pageFrom(url.searchParams));
  return {
    ...list,
    named: namesIn(db, networks, [[register.fields, list.entries.map(({ values }) => values)]], language),
    ...frameOf(looking, register, filters),
  };
}

/** Whether a viewer may enter anything at all in a register. */
export function mayAdd(viewer: Viewer, networks: readonly Network[], register: Register): boolean {
  if (mayWorkOnBoard(viewer, register.board)) return true;
  if (register.maintainers !== "networks") return false;
  return openNetworks(networks).some(
    (network) => fitsKind(register, network) && mayEditEntry(viewer, { ...register, network }),
  );
}

/** What an entry's own page shows. 6 statements at most. */
export function entryOf({ db, viewer, networks, language, at }: PageContext, register: Register, found: FoundEntry) {
  const { row, network, refs, values } = found;
  const parts = Object.keys(register.parts).length > 0 ? partsOf(db, [row.id]) : [];
  const partFields = ([kind, { fields }]: [string, PartDefinition]): Holding => [
    fields,
    parts.filter((one) => one.kind === kind).map((one) => one.fields),
  ];
  const node = (id: number | null) => networks.find((one) => one.id === id) ?? null;
  const today = dayOf(at);
  return {
    ...readIn(row.title, language),
    id: row.id,
    version: row.version,
    removed: row.removedAt !== null,
    today,
    network: { slug: network.slug, name: network.names[language] },
    values: withoutProse(register.fields, values),
    prose: proseOf(db, register.fields, values, language),
    actions: refs.length > 0 ? actionsNamed(db, refs, language) : [],
    leading: entriesLeadingTo(db, row.id, language),
    named: namesIn(
      db,
      networks,
      [[register.fields, [values]], ...Object.entries(register.parts).map(partFields)],
      language,
    ),
    mayKeep: mayEditEntry(viewer, { ...register, network }),
    parts: Object.entries(register.parts).map(([kind, definition]) => ({
      kind,
      closed: definition.closedBecause?.(row.fields, today) ?? null,
      mayAdd:
        row.removedAt === null &&
        !definition.closedBecause?.(row.fields, today) &&
        mayAddPart(viewer, networks, register, network, definition, {
          entry: row.fields,
          others: parts.filter((one) => one.kind === kind),
        }),
      rows: inOrder(
        parts.filter((one) => one.kind === kind),
        definition,
      ).map((one) => {
        const shown = partOf(one, node(one.networkId), { viewer, register, network, definition, language });
        return { ...shown, mayKeep: shown.mayKeep && !definition.closedBecause?.(row.fields, today) };
      }),
    })),
  };
}

export type EntryShown = ReturnType<typeof entryOf>;
export type PartShown = EntryShown["parts"][number]["rows"][number];

/** A part as its entry's page shows it. */
function partOf(
  row: PartRow,
  network: Network | null,
  {
    viewer,
    register,
    network: of,
    definition,
    language,
  }: { viewer: Viewer; register: Register; network: NetworkNode; definition: PartDefinition; language: Language },
) {
  const { id, version, language: written } = row;
  return {
    id,
    version,
    lang: written && written !== language ? written : null,
    network: network && { slug: network.slug, name: network.names[language] },
    values: row.fields,
    mayKeep: mayEditPart(viewer, register, of, definition, network),
  };
}

/**
 * The networks in whose name a viewer may enter a part; all of them for those who keep the entry.
 *
 * @param chosen the network of a part that is there already
 */
export function partNetworks(
  viewer: Viewer,
  networks: readonly Network[],
  register: Register,
  of: NetworkNode,
  definition: PartDefinition,
  chosen: number | null = null,
): Network[] {
  return openNetworks(networks, [chosen]).filter((network) => mayEditPart(viewer, register, of, definition, network));
}

/** Whether an entry takes no more parts of a kind, such as an exchange whose places are all taken. */
export function isFull(definition: PartDefinition, entry: Values, others: readonly PartRow[]): boolean {
  return (
    definition.isFull?.(
      entry,
      others.map(({ fields }) => fields),
    ) ?? false
  );
}

function mayAddPart(
  viewer: Viewer,
  networks: readonly Network[],
  register: Register,
  of: NetworkNode,
  definition: PartDefinition,
  { entry, others }: { entry: Values; others: readonly PartRow[] },
): boolean {
  if (isFull(definition, entry, others)) return false;
  if (!definition.network) return mayEditPart(viewer, register, of, definition, null);
  // Where a network has one at most, those that have theirs are left out.
  const there = new Set(definition.once ? others.map(({ networkId }) => networkId) : []);
  return partNetworks(viewer, networks, register, of, definition).some(({ id }) => !there.has(id));
}

function inOrder(rows: PartRow[], { order }: PartDefinition): PartRow[] {
  const name = order.replace(/^-/, "");
  const sign = order.startsWith("-") ? -1 : 1;
  const value = (row: PartRow) => (name === "id" ? row.id : row.fields[name]);
  const compare = (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a ?? "").localeCompare(String(b ?? ""));
  return rows.toSorted((a, b) => sign * (compare(value(a), value(b)) || a.id - b.id));
}

/** Everything but paragraphs, which the page sets by themselves. */
function withoutProse(fields: Fields, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields[name]?.type !== "prose"));
}

/** Paragraphs as HTML, in the reader's language or in the one that there is. 1 statement where they name actions or suggestions. */
function proseOf(db: Database, fields: Fields, values: Values, language: Language) {
  const texts = Object.entries(fields).flatMap(([name, { type }]) => {
    const texts = type === "prose" ? (values[name] as Translated | undefined) : undefined;
    const shown = textShown(texts ?? {}, language);
    return shown.text ? [{ name, ...shown }] : [];
  });
  const references = loadReferences(
    db,
    texts.map(({ text }) => text),
    language,
  );
  return texts.map(({ name, text, lang }) => ({ name, html: renderMarkdown(text, references), lang }));
}

/** Fields, and what they hold in one entry or part after the other. */
type Holding = readonly [fields: Fields, all: readonly Values[]];

/** The names of the networks and entries that these values link to, by id. 1 statement where entries are linked. */
export function namesIn(db: Database, networks: readonly Network[], holdings: readonly Holding[], language: Language) {
  const idsOf = (type: "networks" | "entries") =>
    new Set(
      holdings.flatMap(([fields, all]) =>
        Object.entries(fields).flatMap(([name, field]) =>
          field.type === type ? all.flatMap((values) => (values[name] as number[] | undefined) ?? []) : [],
        ),
      ),
    );
  const [networkIds, entryIds] = [idsOf("networks"), idsOf("entries")];
  return {
    networks: Object.fromEntries(
      networks
        .filter(({ id }) => networkIds.has(id))
        .map(({ id, slug, names }) => [id, { slug, name: names[language] }]),
    ),
    entries: Object.fromEntries(
      (entryIds.size > 0 ? entriesNamed(db, [...entryIds], language) : []).map((entry) => [entry.id, entry]),
    ),
  };
}

export type NamesIn = ReturnType<typeof namesIn>;
