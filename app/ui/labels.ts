import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type {
  ActionKind,
  Adoption,
  AnswerOutcome,
  Assessment,
  Board,
  DecisionRule,
  DecisionState,
  Density,
  Health,
  Level,
  LookOutcome,
  MailFrequency,
  MilestoneState,
  NetworkKind,
  Principle,
  Priority,
  Role,
  SeatCapacity,
  SeatPosition,
  SpeakerCapacity,
  Stage,
  SuggestionKind,
  SuggestionState,
} from "~/domain.ts";

/* How the plan's words are read aloud: one place, so that they are the same on every screen. */

export const BOARD: Record<Board, MessageDescriptor> = {
  lobbying: msg`Lobbying`,
  learning: msg`Learning and capitalising`,
  financing: msg`Financing`,
  communication: msg`Communication`,
};

const BOARD_SHORT: Record<Board, MessageDescriptor> = { ...BOARD, learning: msg`Learning` };

const WHOLE_PLAN = msg`The plan`;
const WHOLE_PLAN_PURPOSE = msg`The actions of all four boards.`;

const BOARD_PURPOSE: Record<Board, MessageDescriptor> = {
  lobbying: msg`The network’s voice where the rules on social protection are made: the ILO, the European Union, the United Nations, the G20.`,
  learning: msg`What members learn from each other, across countries and continents: the ground on which all the rest stands.`,
  financing: msg`New alliances and joint proposals, so that social protection and the network itself can count on several sources.`,
  communication: msg`One identity, clear channels and a shared vision, so that the network is seen and understood.`,
};

const STAGE: Record<Stage, MessageDescriptor> = {
  proposed: msg`Proposed`,
  planned: msg`Planned`,
  "under-way": msg`Under way`,
  "under-review": msg`Under review`,
  done: msg`Done`,
  "on-hold": msg`On hold`,
  dropped: msg`Dropped`,
};

const LEVEL: Record<Level, MessageDescriptor> = {
  national: msg`National`,
  continental: msg`Continental`,
  international: msg`International`,
};

const PRIORITY: Record<Priority, MessageDescriptor> = { high: msg`High`, normal: msg`Normal`, low: msg`Low` };

const ACTION_KIND: Record<ActionKind, MessageDescriptor> = {
  position: msg`Position`,
  campaign: msg`Campaign`,
  meeting: msg`Meeting`,
  "field-visit": msg`Field visit`,
  seminar: msg`Seminar`,
  study: msg`Study`,
  training: msg`Training`,
  "joint-proposal": msg`Joint proposal`,
  "funding-request": msg`Funding request`,
  publication: msg`Publication`,
  other: msg`Something else`,
};

const ADOPTION: Record<Adoption, MessageDescriptor> = {
  adopted: msg`Adopted`,
  adapted: msg`Adapted`,
  "already-done": msg`Already done`,
  declined: msg`Declined`,
};

const HEALTH: Record<Health, MessageDescriptor> = {
  "on-track": msg`On track`,
  "at-risk": msg`At risk`,
  "off-track": msg`Off track`,
};

const MILESTONE_STATE: Record<MilestoneState, MessageDescriptor> = {
  ahead: msg`Ahead`,
  done: msg({ message: "Done", context: "milestone" }),
  missed: msg`Missed`,
};

export const PRINCIPLE: Record<Principle, MessageDescriptor> = {
  1: msg`Based on rights`,
  2: msg`A mix of measures: prevention, protection, promotion, in cash or in kind`,
  3: msg`Participation of all stakeholders`,
  4: msg`Several sustainable sources of financing, based on solidarity`,
  5: msg`The whole life cycle, from birth to old age`,
};

const ROLE: Record<Role, MessageDescriptor> = {
  observer: msg`Observer`,
  member: msg`Member`,
  committee: msg`Committee`,
  coordinator: msg`Coordinator`,
  admin: msg`Administrator`,
};

const KIND: Record<NetworkKind, MessageDescriptor> = {
  international: msg`International network`,
  continental: msg`Continental network`,
  national: msg`National network`,
  organisation: msg`Member organisation`,
};

const CAPACITY: Record<SeatCapacity, MessageDescriptor> = {
  representative: msg`Representative`,
  "thematic-coordinator": msg`Thematic coordinator`,
  "continental-coordinator": msg`Continental coordinator`,
};

const SUGGESTION_KIND: Record<SuggestionKind, MessageDescriptor> = {
  "new-action": msg`New action`,
  amendment: msg`Amendment`,
  remark: msg`Remark`,
};

const SUGGESTION_STATE: Record<SuggestionState, MessageDescriptor> = {
  submitted: msg`Submitted`,
  "under-consideration": msg`Under consideration`,
  accepted: msg`Accepted`,
  "partly-accepted": msg`Accepted in part`,
  declined: msg`Declined`,
  merged: msg`Merged`,
  withdrawn: msg`Withdrawn`,
};

const VOICE: Record<SpeakerCapacity, MessageDescriptor> = { personal: msg`Personally`, mandated: msg`With a mandate` };

const MAIL_FREQUENCY: Record<MailFrequency, MessageDescriptor> = {
  "at-once": msg`At once`,
  daily: msg`Once a day`,
  weekly: msg`Once a week, on Monday`,
  never: msg`Never`,
};

const DENSITY: Record<Density, MessageDescriptor> = { comfortable: msg`Comfortable`, compact: msg`Compact` };

const ASSESSMENT: Record<Assessment, MessageDescriptor> = {
  "on-track": msg`On track`,
  "at-risk": msg`At risk`,
  "off-track": msg`Off track`,
  "done-confirmed": msg`Done, confirmed`,
  "to-be-dropped": msg`To be dropped`,
};

const SEAT_POSITION: Record<SeatPosition, MessageDescriptor> = {
  consent: msg`Consent`,
  objection: msg`Objection`,
  abstention: msg`Abstention`,
  recusal: msg`Recusal`,
};

const DECISION_STATE: Record<DecisionState, MessageDescriptor> = {
  proposed: msg({ message: "Proposed", context: "decision" }),
  adopted: msg({ message: "Adopted", context: "decision" }),
  rejected: msg`Not adopted`,
  withdrawn: msg({ message: "Withdrawn", context: "decision" }),
};

const LOOK_OUTCOME: Record<LookOutcome, MessageDescriptor> = {
  kept: msg({ message: "Kept", context: "decision" }),
  changed: msg({ message: "Changed by another decision", context: "decision" }),
  ended: msg({ message: "Ended", context: "decision" }),
};

const DECISION_RULE: Record<DecisionRule, MessageDescriptor> = {
  "continental-consent": msg`Consent of all continental networks present`,
  majority: msg`A majority of the seats`,
};

/** ● national, ◐ continental, ○ international: a shape beside the word, so that colour never says it alone. */
export const LEVEL_GLYPH: Record<Level, string> = { national: "●", continental: "◐", international: "○" };

/** ✓ on track, ! at risk, ✕ off track: a shape beside the word. */
export const HEALTH_GLYPH: Record<Health, string> = { "on-track": "✓", "at-risk": "!", "off-track": "✕" };

/** As `HEALTH_GLYPH`; ◆ done, confirmed; ⊘ to be dropped. */
export const ASSESSMENT_GLYPH: Record<Assessment, string> = {
  "on-track": "✓",
  "at-risk": "!",
  "off-track": "✕",
  "done-confirmed": "◆",
  "to-be-dropped": "⊘",
};

/** ✓ consent, ✕ objection, – abstention, ○ recusal. */
export const SEAT_POSITION_GLYPH: Record<SeatPosition, string> = {
  consent: "✓",
  objection: "✕",
  abstention: "–",
  recusal: "○",
};

/** ◇ ahead, ◆ done, ✕ missed. */
export const MILESTONE_GLYPH: Record<MilestoneState, string> = { ahead: "◇", done: "◆", missed: "✕" };

/** The plan's words in the reader's language, for a component. */
export function useLabels() {
  const { i18n } = useLingui();
  return useMemo(() => labelsOf(i18n), [i18n]);
}

/** The plan's words in the language of a catalog, for what is no component: a page's title, a mail. */
export function labelsOf(i18n: I18n) {
  const _ = (message: MessageDescriptor) => i18n._(message);
  return {
    board: (board: Board) => _(BOARD[board]),
    boardShort: (board: Board) => _(BOARD_SHORT[board]),
    wholePlan: () => _(WHOLE_PLAN),
    wholePlanPurpose: () => _(WHOLE_PLAN_PURPOSE),
    boardPurpose: (board: Board) => _(BOARD_PURPOSE[board]),
    stage: (stage: Stage) => _(STAGE[stage]),
    level: (level: Level) => _(LEVEL[level]),
    priority: (priority: Priority) => _(PRIORITY[priority]),
    actionKind: (kind: ActionKind) => _(ACTION_KIND[kind]),
    adoption: (adoption: Adoption) => _(ADOPTION[adoption]),
    health: (health: Health) => _(HEALTH[health]),
    milestoneState: (state: MilestoneState) => _(MILESTONE_STATE[state]),
    principle: (principle: Principle) => _(PRINCIPLE[principle]),
    role: (role: Role) => _(ROLE[role]),
    kind: (kind: NetworkKind) => _(KIND[kind]),
    suggestionKind: (kind: SuggestionKind) => _(SUGGESTION_KIND[kind]),
    suggestionState: (state: SuggestionState) => _(SUGGESTION_STATE[state]),
    decision: (decision: AnswerOutcome) => _(SUGGESTION_STATE[decision]),
    voice: (voice: SpeakerCapacity) => _(VOICE[voice]),
    mailFrequency: (mailFrequency: MailFrequency) => _(MAIL_FREQUENCY[mailFrequency]),
    density: (density: Density) => _(DENSITY[density]),
    assessment: (assessment: Assessment) => _(ASSESSMENT[assessment]),
    position: (position: SeatPosition) => _(SEAT_POSITION[position]),
    decisionState: (state: DecisionState) => _(DECISION_STATE[state]),
    lookOutcome: (outcome: LookOutcome) => _(LOOK_OUTCOME[outcome]),
    decisionRule: (rule: DecisionRule) => _(DECISION_RULE[rule]),
    capacity: (capacity: SeatCapacity) => _(CAPACITY[capacity]),
  };
}

export type Labels = ReturnType<typeof useLabels>;
