import type { Language } from "~/domain.ts";
import { ancestorsOf, inTreeOrder, type Network } from "~/features/core/network-tree.ts";
import { mayEditEntry, type Viewer } from "~/features/core/policy.ts";
import type { Held, Values } from "~/features/tools/engine/field.ts";
import type { Filters } from "~/features/tools/engine/filters.server.ts";
import { partsOf } from "~/features/tools/engine/parts.server.ts";
import { allEntries, firstOfEach, type ListedEntry } from "~/features/tools/engine/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { FUNDING_STAGES, type FundingStage, funding } from "./funding.ts";
import { type Currency, hundredths } from "./money.ts";
import type { Stream, Sum } from "./totals.ts";

type Said = Partial<Held<typeof funding.fields>>;
type SaidOfSum = Partial<Held<typeof funding.parts.sums.fields>>;

/** A stream as its card in a column shows it. */
export interface StreamCard {
  id: number;
  version: number;
  stage: FundingStage;
  title: string;
  lang: Language | null;
  donor: string;
  /** In hundredths of its currency. */
  amount: number | null;
  currency: Currency | null;
  deadline: string | null;
  network: string;
  mayMove: boolean;
}

export interface StageColumn {
  stage: FundingStage;
  cards: StreamCard[];
  /** How many more there are than cards. */
  rest: number;
}

/** So many cards a column at most; the list has the rest of them. */
const CARDS_A_COLUMN = 20;

/** The streams under these filters in the columns of their stages, by their deadlines. 3 statements. */
export function stageColumns(
  db: Database,
  filters: Filters,
  { viewer, networks, language }: { viewer: Viewer; networks: readonly Network[]; language: Language },
): StageColumn[] {
  const { entries, rest } = firstOfEach(db, funding, filters, language, {
    fields: ["stage"],
    groupOf: ({ stage }) => String(stage),
    most: CARDS_A_COLUMN,
  });
  const movable = new Set(
    networks.filter((network) => mayEditEntry(viewer, { ...funding, network })).map(({ id }) => id),
  );
  return FUNDING_STAGES.map((stage) => ({
    stage,
    cards: entries.filter(({ values }) => values.stage === stage).map((entry) => cardOf(entry, stage, movable)),
    rest: rest[stage] ?? 0,
  }));
}

function cardOf(entry: ListedEntry, stage: FundingStage, movable: ReadonlySet<number>): StreamCard {
  const { id, version, title, lang, network, removed } = entry;
  const said = entry.values as Said;
  return {
    id,
    version,
    stage,
    title,
    lang,
    network: network.name,
    donor: said.donor ?? "",
    amount: said.amount != null ? hundredths(said.amount) : null,
    currency: said.currency ?? null,
    deadline: said.deadline ?? null,
    mayMove: !removed && movable.has(network.id),
  };
}

/** The streams under these filters as they are counted. 3 statements, however many there are. */
export function streamsOf(
  db: Database,
  filters: Filters,
  { networks, language }: { networks: readonly Network[]; language: Language },
): Stream[] {
  const entries = allEntries(db, funding, filters, language);
  const sums = new Map<number, Values[]>();
  const parts = partsOf(
    db,
    entries.map(({ id }) => id),
  );
  for (const { entryId, kind, fields } of parts)
    if (kind === "sums") sums.set(entryId, [...(sums.get(entryId) ?? []), fields]);
  const continentOf = continentsOf(networks, language);
  return entries.map(({ id, title, network, values }) => {
    const said = values as Said;
    const benefiting = said.benefiting?.length ? said.benefiting : [network.id];
    return {
      id,
      title,
      donor: said.donor ?? "",
      stage: said.stage ?? "idea",
      continents: continentOf(benefiting),
      sums: sumsOf(said, sums.get(id) ?? []),
    };
  });
}

/** What is counted of a stream: the amount that it aims at, by its deadline, and what has been entered one by one. */
export function sumsOf(said: Said, parts: readonly Values[]): Sum[] {
  const own = said.currency ?? "EUR";
  const aimed: Sum[] =
    said.amount != null
      ? [{ figure: "aimed", amount: hundredths(said.amount), currency: own, day: said.deadline ?? null }]
      : [];
  return [
    ...aimed,
    ...parts.flatMap((part): Sum[] => {
      const { step, amount, currency, day } = part as SaidOfSum;
      if (!step || amount == null) return [];
      return [{ figure: step, amount: hundredths(amount), currency: currency ?? own, day: day ?? null }];
    }),
  ];
}

/** The continents in which networks lie, each once, in the order of the tree; the international network stands for itself. */
function continentsOf(networks: readonly Network[], language: Language): (ids: readonly number[]) => number[] {
  const order = inTreeOrder(networks, language).map(({ id }) => id);
  const own = new Map(
    networks.map(({ id }) => {
      const line = ancestorsOf(networks, id);
      const continent = line.find(({ kind }) => kind === "continental") ?? line.at(-1);
      return [id, continent?.id ?? id];
    }),
  );
  return (ids) => [...new Set(ids.map((id) => own.get(id) ?? id))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
