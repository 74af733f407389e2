/**
 * The closed lists of the plan's words (docs/glossary.md), in the order in which people read them. Code, URLs, the
 * database and the screens' `data-` attributes all use these spellings; the catalogs say how a person reads them.
 */

export const BOARDS = ["lobbying", "learning", "financing", "communication"] as const;
export type Board = (typeof BOARDS)[number];

/** The reference's prefix: given once with a number, never reused. */
export const REFERENCE_PREFIX: Record<Board, string> = {
  lobbying: "LOB",
  learning: "LRN",
  financing: "FIN",
  communication: "COM",
};

export const STAGES = ["proposed", "planned", "under-way", "under-review", "done", "on-hold", "dropped"] as const;
export type Stage = (typeof STAGES)[number];

export const LEVELS = ["national", "continental", "international"] as const;
export type Level = (typeof LEVELS)[number];

/** How often an action recurs. */
export const RECURRENCES = ["quarter", "year"] as const;
export type Recurrence = (typeof RECURRENCES)[number];

export const PRIORITIES = ["high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The five principles of good social protection policy, by their published numbers. */
export const PRINCIPLES = [1, 2, 3, 4, 5] as const;
export type Principle = (typeof PRINCIPLES)[number];

export const ROLES = ["observer", "member", "committee", "coordinator", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const NETWORK_KINDS = ["international", "continental", "national", "organisation"] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

export const SEAT_CAPACITIES = ["representative", "thematic-coordinator", "continental-coordinator"] as const;
export type SeatCapacity = (typeof SEAT_CAPACITIES)[number];

export const LANGUAGES = ["nl", "fr", "es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** How closely a board is set on the screen of one person. */
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** What a suggestion is: a new action, an amendment of an action's fields, or a remark on an action or a board. */
export const SUGGESTION_KINDS = ["new-action", "amendment", "remark"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** The states of a suggestion. A draft is none yet: it is its author's alone, in a table of its own until it is submitted. */
export const SUGGESTION_STATES = [
  "submitted",
  "under-consideration",
  "accepted",
  "partly-accepted",
  "declined",
  "merged",
  "withdrawn",
] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** In these a suggestion waits for its answer. */
export const UNANSWERED_STATES = ["submitted", "under-consideration"] as const satisfies readonly SuggestionState[];

/** Whether somebody speaks for themselves, or for an organisation or network that charged them with it. */
export const SPEAKER_CAPACITIES = ["personal", "mandated"] as const;
export type SpeakerCapacity = (typeof SPEAKER_CAPACITIES)[number];

/** What an answer decides: the states of an answered suggestion. */
export const ANSWER_OUTCOMES = ["accepted", "partly-accepted", "declined"] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** How often somebody is written to by mail about what they are told in the app. */
export const MAIL_FREQUENCIES = ["at-once", "daily", "weekly", "never"] as const;
export type MailFrequency = (typeof MAIL_FREQUENCIES)[number];

/** What an action is: decides nothing, and lets people find what is of one sort. */
export const ACTION_KINDS = [
  "position",
  "campaign",
  "meeting",
  "field-visit",
  "seminar",
  "study",
  "training",
  "joint-proposal",
  "funding-request",
  "publication",
  "other",
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** What a network answers to an action that strengthens it: the last asks for a reason. */
export const ADOPTIONS = ["adopted", "adapted", "already-done", "declined"] as const;
export type Adoption = (typeof ADOPTIONS)[number];

/** How a check-in finds an action or a key result. */
export const HEALTHS = ["on-track", "at-risk", "off-track"] as const;
export type Health = (typeof HEALTHS)[number];

/** A milestone lies ahead until it is done or missed. */
export const MILESTONE_STATES = ["ahead", "done", "missed"] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

/** A review is live until an administrator closes it. */
export const REVIEW_STATES = ["open", "closed"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** How the committee finds an action in its review. */
export const ASSESSMENTS = ["on-track", "at-risk", "off-track", "done-confirmed", "to-be-dropped"] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** What a seat says to a decision. One that recuses itself counts for nothing, not for the quorum either. */
export const SEAT_POSITIONS = ["consent", "objection", "abstention", "recusal"] as const;
export type SeatPosition = (typeof SEAT_POSITIONS)[number];

/** What becomes of a decision that somebody proposed to the committee. */
export const DECISION_STATES = ["proposed", "adopted", "rejected", "withdrawn"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What comes of looking at an adopted decision again: it stays as it is, another decision changes it, or it ends. */
export const LOOK_OUTCOMES = ["kept", "changed", "ended"] as const;
export type LookOutcome = (typeof LOOK_OUTCOMES)[number];

/** When a decision is taken: consent of all continental networks that take part, or a majority of the seats. */
export const DECISION_RULES = ["continental-consent", "majority"] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/** The boards' own tools, by their addresses: the registers beside each board. */
export const REGISTERS = {
  lobbying: ["stakeholders", "contexts", "positions", "windows"],
  learning: ["exchanges", "library", "offers"],
  financing: ["funding", "alliances", "proposals"],
  communication: ["publications", "identity"],
} as const satisfies Record<Board, readonly string[]>;
export type RegisterName = (typeof REGISTERS)[Board][number];

/** A text that people write in one language and others may give in the remaining three. */
export type Translated = Partial<Record<Language, string>>;

/** Narrows a string that came in to one of a closed list. */
export function isOneOf<const T extends readonly (string | number)[]>(list: T, value: unknown): value is T[number] {
  return (list as readonly unknown[]).includes(value);
}
