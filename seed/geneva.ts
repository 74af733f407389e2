import "~/listeners.server.ts";
import type {
  ActionKind,
  Board,
  Language,
  Level,
  NetworkKind,
  Principle,
  Priority,
  SeatCapacity,
  Stage,
  Translated,
} from "~/domain.ts";
import { type By, change } from "~/features/core/history/change.server.ts";
import { createNetwork } from "~/features/people/networks/mutations.server.ts";
import { createSeat } from "~/features/people/networks/seats.server.ts";
import type { Texts } from "~/features/plan/actions/fields.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { createAction } from "~/features/plan/actions/mutations.server.ts";
import { nameNetworks } from "~/features/plan/subsidiarity/mutations.server.ts";
import { quarterAfter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { settings } from "~db/schema.ts";
import actionsData from "./data/actions.json" with { type: "json" };
import committeeData from "./data/committee.json" with { type: "json" };
import figuresData from "./data/figures.json" with { type: "json" };
import linksData from "./data/links.json" with { type: "json" };
import networksData from "./data/networks.json" with { type: "json" };
import { loadRegisters } from "./registers.ts";

/* The shapes of seed/data, in the words of the product. */

interface SeedNetwork {
  slug: string;
  kind: NetworkKind;
  parent: string | null;
  country: string | null;
  variation: string | null;
  since: number | null;
  names: Record<Language, string>;
}

interface SeedAction {
  ref: string;
  board: Board;
  level: Level;
  priority: Priority;
  /** Absent where the published planning does not say what it is. */
  actionKind?: ActionKind;
  lead: string;
  partners: string[];
  /** Absent for none. */
  labels?: string[];
  principles: Principle[];
  /** Quarters counted from the quarter of loading, for open actions: our proposal, not a fact. */
  startOffset?: number;
  dueOffset?: number;
  /** Quarters as they were, for what was done by the end of 2020. */
  start?: string;
  due?: string;
  sourceLanguage: Language;
  texts: Texts;
  story: { at: string; stage: Stage; result?: Translated }[];
}

/** The day after the founding days in Geneva: where the plan's history begins. */
export const GENEVA = new Date("2019-11-30T12:00:00Z");

/**
 * The facts of the Geneva planning, entered by the same mutations as the screens use, each at its own day. What stands
 * in seed/data and why: seed/README.md.
 */
export function loadGenevaPlanning(db: Database, now: Date): void {
  const networkIds = loadNetworks(db, { personId: null, at: GENEVA });
  const networkId = (slug: string) => {
    const id = networkIds.get(slug);
    if (!id) throw new Error(`seed/data names the network ${slug}, which networks.json does not have.`);
    return id;
  };
  const by = { personId: null, at: GENEVA };
  for (const { network, holder, capacity } of committeeData.seats) {
    createSeat(db, by, null, { networkId: networkId(network), holder, capacity: capacity as SeatCapacity });
  }
  change(db, by, (tx) => {
    tx.insert(settings).values({ name: "figures", value: figuresData }).run();
    tx.insert(settings).values({ name: "committeeTerm", value: committeeData.term }).run();
  });
  const seedActions = actionsData as SeedAction[];
  for (const action of seedActions) enter(db, by, action, networkId(action.lead), now);
  for (const { ref, networks, how } of linksData) {
    const named = nameNetworks(db, by, null, { ref, networkIds: networks.map(networkId), how, own: [] });
    if (named.status !== "named") throw new Error(`seed/data: the links of ${ref} are ${named.status}.`);
  }
  for (const step of storyOf(seedActions)) {
    const done = moveAction(db, { personId: null, at: new Date(`${step.at}T12:00:00Z`) }, null, step);
    if (done.status !== "moved") throw new Error(`seed/data: the move of ${step.ref} on ${step.at} is ${done.status}.`);
  }
  loadRegisters(db, by, networkIds);
}

function loadNetworks(db: Database, by: By): Map<string, number> {
  const ids = new Map<string, number>();
  for (const { parent, ...network } of networksData as SeedNetwork[]) {
    const created = createNetwork(db, by, null, { ...network, parentId: parent ? (ids.get(parent) ?? null) : null });
    if (created.status !== "saved")
      throw new Error(`seed/data: the network ${network.slug} does not fit into the tree.`);
    ids.set(network.slug, created.id);
  }
  return ids;
}

function enter(db: Database, by: By, action: SeedAction, lead: number, now: Date): void {
  const { ref, board, level, priority, partners, principles, sourceLanguage, texts } = action;
  const from = (offset: number | undefined) => (offset === undefined ? null : quarterAfter(quarterOf(now), offset));
  const created = createAction(db, by, null, {
    board,
    level,
    priority,
    partners,
    principles,
    sourceLanguage,
    texts,
    lead,
    stage: "planned",
    start: action.start ?? from(action.startOffset),
    due: action.due ?? from(action.dueOffset),
    origin: "geneva",
    actionKind: action.actionKind ?? null,
    labels: action.labels ?? [],
  });
  if (created.ref !== ref)
    throw new Error(`seed/data: ${ref} came out as ${created.ref}; keep the references in order.`);
}

/** Every step of every action's story, in the order of the days on which they happened. */
function storyOf(seedActions: SeedAction[]) {
  return seedActions
    .flatMap(({ ref, story }) =>
      story.map(({ at, stage, result }, index) => ({ ref, at, stage, outcome: result, version: index + 1 })),
    )
    .sort((a, b) => a.at.localeCompare(b.at));
}
