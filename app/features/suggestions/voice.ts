import type { AnswerOutcome, SuggestionState } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { DAY_MS } from "~/lib/days.ts";

/*
 * Who is heard: the figures of each network and continent, computed here and nowhere else. How they are counted stands in
 * docs/voice.md.
 */

/** A suggestion as it is counted. Instants are milliseconds. */
export interface Heard {
  id: number;
  originId: number;
  submittedAt: number;
  responseDue: number;
  /** What became of it; of one that was merged, what became of the one that remained. */
  outcome: SuggestionState;
  /** When that was answered; null while it is not. */
  answeredAt: number | null;
  voices: number;
  /** The action that came of it or was shaped by it; null for none. */
  actionId: number | null;
}

export interface VoiceFigures {
  made: number;
  /** How many of them somebody supports. */
  supported: number;
  accepted: number;
  partly: number;
  declined: number;
  withdrawn: number;
  waiting: number;
  /** Days from submitting to answering, the median of those answered; null while none is. */
  medianDays: number | null;
  /** Of the promises that have come to their end, by an answer or by their day: how many were kept. */
  deadlinesMet: number;
  deadlinesEnded: number;
  /** Live actions that came of them or were shaped by them, whenever they were made. */
  actions: number;
  /** That as a share of the live plan, in percent; null for an empty plan. */
  shareOfPlan: number | null;
  organisations: number;
  /** Its share of the member organisations that are entered, in percent; null while none is. */
  shareOfOrganisations: number | null;
}

export interface VoiceOfNetwork extends VoiceFigures {
  id: number;
  kind: "continental" | "national";
  /** Nothing came from it in the quarter. */
  silent: boolean;
}

interface Counting {
  heard: readonly Heard[];
  networks: readonly Pick<Network, "id" | "kind" | "parentId">[];
  /** The ids of the actions of the live plan. */
  live: ReadonlySet<number>;
  /** The period whose suggestions are counted: from, up to and without. */
  from: number;
  to: number;
  /** When the quarter began of which silence is told. */
  quarterFrom: number;
  now: number;
}

/**
 * The figures of each continent with all its countries, and of each country; and of the whole. A continent's own
 * suggestions count for the continent.
 */
export function voiceFigures(counting: Counting): { networks: VoiceOfNetwork[]; whole: VoiceFigures } {
  const { networks, live } = counting;
  const organisations = networks.filter(({ kind }) => kind === "organisation");
  const tallies = talliesOf(counting);
  const figures = (said: readonly Tally[], members: number): VoiceFigures => {
    const actions = new Set(said.flatMap((tally) => [...tally.actions])).size;
    return {
      ...(Object.fromEntries(COUNTS.map((name) => [name, sum(said, name)])) as Record<Count, number>),
      medianDays: median(said.flatMap(({ days }) => days)),
      actions,
      shareOfPlan: percent(actions, live.size),
      organisations: members,
      shareOfOrganisations: percent(members, organisations.length),
    };
  };
  const counted = networks.flatMap(({ id, kind }): VoiceOfNetwork[] => {
    if (kind !== "continental" && kind !== "national") return [];
    const branch = new Set([id, ...networks.filter(({ parentId }) => parentId === id).map((below) => below.id)]);
    const said = [...branch].flatMap((one) => tallies.get(one) ?? []);
    const members = organisations.filter(({ parentId }) => parentId !== null && branch.has(parentId)).length;
    return [{ id, kind, silent: !said.some(({ spoke }) => spoke), ...figures(said, members) }];
  });
  return { networks: counted, whole: figures([...tallies.values()], organisations.length) };
}

const COUNTS = [
  ...(["made", "supported", "accepted", "partly", "declined", "withdrawn", "waiting"] as const),
  ...(["deadlinesMet", "deadlinesEnded"] as const),
];
type Count = (typeof COUNTS)[number];

/** What one origin said itself, counted. */
interface Tally extends Record<Count, number> {
  days: number[];
  actions: Set<number>;
  spoke: boolean;
}

const sum = (tallies: readonly Tally[], name: Count) => tallies.reduce((total, tally) => total + tally[name], 0);

/** One look at each suggestion: there may be thousands, and each stands in three of the lines. */
function talliesOf({ heard, live, from, to, quarterFrom, now }: Counting): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const { originId, submittedAt, responseDue, outcome, answeredAt, voices, actionId } of heard) {
    const tally = tallies.get(originId) ?? nothingSaid();
    tallies.set(originId, tally);
    if (actionId !== null && live.has(actionId)) tally.actions.add(actionId);
    if (submittedAt >= quarterFrom) tally.spoke = true;
    if (submittedAt < from || submittedAt >= to) continue;
    tally.made += 1;
    if (voices > 0) tally.supported += 1;
    const became = COUNTED_AS[outcome];
    if (became) tally[became] += 1;
    if (isDecision(outcome) && answeredAt !== null) {
      tally.days.push((answeredAt - submittedAt) / DAY_MS);
      tally.deadlinesEnded += 1;
      if (answeredAt <= responseDue) tally.deadlinesMet += 1;
    } else if (became === "waiting" && responseDue < now) tally.deadlinesEnded += 1;
  }
  return tallies;
}

function nothingSaid(): Tally {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Record<Count, number>;
  return { ...counts, days: [], actions: new Set(), spoke: false };
}

const COUNTED_AS: Partial<Record<SuggestionState, "accepted" | "partly" | "declined" | "withdrawn" | "waiting">> = {
  accepted: "accepted",
  "partly-accepted": "partly",
  declined: "declined",
  withdrawn: "withdrawn",
  submitted: "waiting",
  "under-consideration": "waiting",
};

const DECIDED: readonly string[] = ["accepted", "partly-accepted", "declined"] satisfies AnswerOutcome[];
const isDecision = (outcome: SuggestionState) => DECIDED.includes(outcome);

/** In whole percent; null where there is nothing to have a share of. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/** The middle one, or the mean of the two in the middle, to one decimal; null of none. */
export function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  const value = Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
    : (sorted[Math.floor(middle)] ?? 0);
  return Math.round(value * 10) / 10;
}
