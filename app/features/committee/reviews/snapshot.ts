import type {
  Assessment,
  Board,
  DecisionRule,
  DecisionState,
  Health,
  Language,
  Level,
  LookOutcome,
  Priority,
  SeatCapacity,
  SeatPosition,
  Stage,
  Translated,
} from "~/domain.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";
import type { PlanChange } from "~db/stored/plan-change.ts";

/*
 * What a review shows, as data: computed live while it is open, and frozen as these bytes when it is closed. It names
 * everything in every language in which there are words for it, so that the pack in four languages needs nothing else.
 * Instants are ISO 8601 in UTC, days `2026-11-24`, quarters `2026-Q4`, percentages whole.
 */

/** A name in each of the four languages. */
export type Names = Record<Language, string>;

/** A text as it was written, with its language. */
export interface WrittenText {
  text: string;
  language: Language;
}

export interface ReviewSnapshot {
  /** Raised when the shape changes, so that an old snapshot is read as what it was (read-snapshot.server.ts). */
  format: 2;
  quarter: string;
  /**
   * What it tells of, in UTC: from, up to and without. From the quarter's first instant, or from the closing of the review
   * before where that was closed before its quarter had ended.
   */
  from: string;
  to: string;
  /** Until when this is: the quarter's end, or now where that lies ahead, or when the review was closed. */
  at: string;
  meeting: { at: string | null; timeZone: string; rule: DecisionRule; quorum: number };
  agenda: AgendaItem[];
  whole: PlanStatus;
  boards: BoardReview[];
  /** The four figures by quarter, for the charts: the quarters up to this one, the oldest first. */
  flow: FlowAt[];
  dueAndDone: DueAndDone[];
  heard: HeardFrom[];
  /** The continental networks that there were, with a view or without. */
  continents: NetworkThen[];
  views: View[];
  decisions: DecidedOn[];
  /** Earlier decisions that came back for another look in this review. */
  lookedAtAgain: LookedAt[];
  seats: SeatAtReview[];
  /** What is due in the quarter after this one. */
  next: ActionInReview[];
  /** How large the network is: as it published, and as far as it is entered here. */
  network: { published: (NetworkSize & { year: number }) | null; entered: NetworkSize };
}

export interface NetworkSize {
  members: number;
  national: number;
  continental: number;
}

/** A network by its id, with its address and its names of then. */
export interface NetworkThen {
  id: number;
  slug: string;
  names: Names;
}

/** An earlier decision before the committee again; `outcome` is null while nothing has come of it. */
export interface LookedAt {
  id: number;
  text: WrittenText;
  lookAgainOn: string | null;
  doneOn: string | null;
  /** `until`: when to look again at a decision that is kept; `by`: the decision that changed it. */
  outcome: { what: LookOutcome; reason: WrittenText; until: string | null; by: number | null } | null;
}

/** What a check-in said; `obstacles` is null where nothing stood in the way. */
export interface CheckInSaid {
  at: string;
  health: Health;
  happened: WrittenText;
  obstacles: WrittenText | null;
}

/** How far the plan or a board is, now and when the quarter began. */
export interface PlanStatus {
  progress: number;
  progressThen: number;
  counts: Record<Stage, number>;
  countsThen: Record<Stage, number>;
  /** Commitment integrity: what became of the actions that were due in the quarter when it began. */
  commitment: { due: number; done: number; slipped: number; dropped: number; open: number };
}

export interface BoardReview extends PlanStatus {
  board: Board;
  names: Names;
  done: ActionInReview[];
  moved: MovedInReview[];
  slipped: SlippedInReview[];
  added: ActionInReview[];
  dropped: ActionInReview[];
  attention: NeedsAttention[];
  /** Suggestions to the board as a whole that nobody answered in time; those about an action stand in its `why`. */
  promisesBroken?: { id: number; title: string; days: number }[];
  keyResults: KeyResultInReview[];
  /** Open actions by the health of their newest check-in; `unknown` have none. */
  health: Record<Health | "unknown", number>;
  /** What the committee assessed of this board's actions. */
  assessed: AssessedInReview[];
}

export interface ActionInReview {
  ref: string;
  board: Board;
  titles: Translated;
  sourceLanguage: Language;
  stage: Stage;
  priority: Priority;
  level: Level;
  lead: Names;
  /** The name that the responsible person had then; absent for nobody, and in what was frozen before actions had one. */
  responsible?: string;
  due: string | null;
  /** Whole percent; null on hold and dropped. */
  progress: number | null;
  /** The result that came with done, the reason for on hold and dropped. */
  outcome: Translated | null;
}

export interface MovedInReview extends ActionInReview {
  from: Stage;
}

export interface SlippedInReview extends ActionInReview {
  dueThen: string;
}

export const ATTENTION = ["late", "off-track", "at-risk", "stale", "waiting", "promise-broken"] as const;
export type Attention = (typeof ATTENTION)[number];

/**
 * An action, and why it asks for attention; `late` in quarters, `stale` in days since its last check-in, or, where it `never`
 * had one, since there has been something to tell; `waiting` for references.
 */
export interface NeedsAttention extends ActionInReview {
  why: { what: Attention; quarters?: number; days?: number; never?: boolean; refs?: string[] }[];
  /** Its newest check-in, where that says that it is at risk or off track. */
  checkIn?: CheckInSaid;
}

export interface KeyResultInReview {
  ref: string;
  names: Translated;
  unit: string;
  start: number;
  target: number;
  latest: number | null;
  progress: number | null;
  due: string | null;
  /** The check-ins of the quarter, the oldest first. */
  checkIns: { at: string; value: number | null; health: Health; happened: WrittenText; obstacles?: WrittenText }[];
}

export interface AssessedInReview {
  ref: string;
  titles: Translated;
  assessment: Assessment;
  note: WrittenText | null;
}

export interface FlowAt {
  /** Its end, or now. */
  quarter: string;
  counts: Record<Stage, number>;
}

export interface DueAndDone {
  quarter: string;
  due: number;
  done: number;
}

/** What came from a continent's members in the quarter, and what became of it. */
export interface HeardFrom {
  /** Null where a snapshot of the first format names a network that cannot be told any more. */
  networkId: number | null;
  names: Names;
  kind: "continental" | "national";
  made: number;
  supported: number;
  accepted: number;
  partly: number;
  declined: number;
  waiting: number;
  medianDays: number | null;
  silent: boolean;
}

export interface View {
  networkId: number | null;
  names: Names;
  language: Language;
  progress: string;
  concerns: string;
  asks: string;
  report: string;
  /** Who wrote it, and when; empty and null where history does not say. */
  by: string;
  at: string | null;
}

export interface DecidedOn {
  id: number;
  state: DecisionState;
  text: WrittenText;
  concerns: { ref: string; titles: Translated }[];
  suggestions: { id: number; title: string }[];
  doer: { person: string | null; network: Names | null };
  dueOn: string | null;
  lookAgainOn: string | null;
  planChanges: PlanChange[];
  stands: { seat: string; network: Names; stand: SeatPosition; reason: WrittenText | null }[];
}

export interface SeatAtReview {
  id: number | null;
  holder: string;
  network: Names;
  capacity: SeatCapacity;
  present: boolean;
  signedOff: string | null;
  /** Whether the review changed after this seat had signed it; null where that is not known, or nothing is signed. */
  changedSince: boolean | null;
}
