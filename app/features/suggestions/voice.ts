import type { Network } from "~/features/networks/tree.ts";
import type { Decision, SuggestionState } from "~/words.ts";

/*
 * Who is heard: the figures of each network and continent, computed here and nowhere else. How they are counted stands in
 * docs/voice.md.
 */

/** A suggestion as it is counted. Instants are milliseconds. */
export interface Heard {
  originId: number;
  submittedAt: number;
  promisedBy: number;
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
  promisesKept: number;
  promisesEnded: number;
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
  const { networks, heard, quarterFrom } = counting;
  const organisations = networks.filter(({ kind }) => kind === "organisation");
  const figures = (branch: ReadonlySet<number> | null) => {
    const of = branch ? heard.filter(({ originId }) => branch.has(originId)) : heard;
    const members = organisations.filter(({ parentId }) => !branch || (parentId !== null && branch.has(parentId)));
    return figuresOf(of, members.length, organisations.length, counting);
  };
  const counted = networks.flatMap((network): VoiceOfNetwork[] => {
    const { id, kind } = network;
    if (kind !== "continental" && kind !== "national") return [];
    const branch = new Set([id, ...networks.filter(({ parentId }) => parentId === id).map((below) => below.id)]);
    const silent = !heard.some(({ originId, submittedAt }) => branch.has(originId) && submittedAt >= quarterFrom);
    return [{ id, kind, silent, ...figures(branch) }];
  });
  return { networks: counted, whole: figures(null) };
}

const DAY_MS = 86_400_000;

function figuresOf(
  of: readonly Heard[],
  members: number,
  allMembers: number,
  { live, from, to, now }: Counting,
): VoiceFigures {
  const made = of.filter(({ submittedAt }) => submittedAt >= from && submittedAt < to);
  const became = (outcome: SuggestionState) => made.filter((one) => one.outcome === outcome).length;
  const answered = made.filter((one) => isDecision(one.outcome) && one.answeredAt !== null);
  const broken = made.filter(({ outcome, promisedBy }) => isWaiting(outcome) && promisedBy < now);
  const kept = answered.filter(({ answeredAt, promisedBy }) => (answeredAt ?? 0) <= promisedBy);
  const actions = new Set(of.flatMap(({ actionId }) => (actionId !== null && live.has(actionId) ? [actionId] : [])));
  return {
    made: made.length,
    supported: made.filter(({ voices }) => voices > 0).length,
    accepted: became("accepted"),
    partly: became("partly-accepted"),
    declined: became("declined"),
    withdrawn: became("withdrawn"),
    waiting: made.filter(({ outcome }) => isWaiting(outcome)).length,
    medianDays: median(answered.map(({ answeredAt, submittedAt }) => ((answeredAt ?? 0) - submittedAt) / DAY_MS)),
    promisesKept: kept.length,
    promisesEnded: answered.length + broken.length,
    actions: actions.size,
    shareOfPlan: percent(actions.size, live.size),
    organisations: members,
    shareOfOrganisations: percent(members, allMembers),
  };
}

const DECIDED: readonly string[] = ["accepted", "partly-accepted", "declined"] satisfies Decision[];
const isDecision = (outcome: SuggestionState) => DECIDED.includes(outcome);
const isWaiting = (outcome: SuggestionState) => outcome === "submitted" || outcome === "under-consideration";

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
