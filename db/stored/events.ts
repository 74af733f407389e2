import type { Board } from "../../app/domain.ts";
import type { ActionFields } from "./action-fields.ts";

/**
 * What brought an event about: the event that an undo takes back, the suggestion whose acceptance changed the plan, the
 * decision of the committee that did, or the one step in which several actions were changed together.
 */
export type Cause = { undo: number } | { suggestion: number } | { together: string } | { decision: number };

export type Placement = Pick<ActionFields, "stage" | "rank" | "outcome">;

type Fields = Record<string, unknown>;

/** Everything that can happen, closed: a new kind is added here, and the compiler then asks every reader about it. */
export type EventBody =
  | { kind: "action.created"; before: null; after: ActionFields }
  | { kind: "action.edited"; before: Partial<ActionFields>; after: Partial<ActionFields> }
  | { kind: "action.moved"; before: Placement; after: Placement }
  | { kind: "action.commented"; before: null; after: Fields }
  | { kind: "link.created"; before: null; after: Fields }
  | { kind: "link.edited"; before: Fields; after: Fields }
  | { kind: "link.removed"; before: Fields; after: null }
  | { kind: "link.answered"; before: Fields; after: Fields }
  | { kind: "key-result.created"; before: null; after: Fields }
  | { kind: "key-result.edited"; before: Fields; after: Fields }
  | { kind: "key-result.retired"; before: Fields; after: null }
  | { kind: "check-in.given"; before: null; after: Fields }
  | { kind: "dependency.created"; before: null; after: Fields }
  | { kind: "dependency.removed"; before: Fields; after: null }
  | { kind: "dependency.freed"; before: null; after: Fields }
  | { kind: "milestone.created"; before: null; after: Fields }
  | { kind: "milestone.edited"; before: Fields; after: Fields }
  | { kind: "milestone.removed"; before: Fields; after: null }
  | { kind: "document.added"; before: null; after: Fields }
  | { kind: "document.removed"; before: Fields; after: null }
  | { kind: "suggestion.submitted"; before: null; after: Fields }
  | { kind: "suggestion.edited"; before: Fields; after: Fields }
  | { kind: "suggestion.supported"; before: null; after: Fields }
  | { kind: "suggestion.unsupported"; before: Fields; after: null }
  | { kind: "suggestion.commented"; before: null; after: Fields }
  | { kind: "suggestion.taken-up"; before: null; after: null }
  | { kind: "suggestion.put-off"; before: null; after: Fields }
  | { kind: "suggestion.asked"; before: null; after: Fields }
  | { kind: "suggestion.merged"; before: null; after: Fields }
  | { kind: "suggestion.unmerged"; before: Fields; after: null }
  | { kind: "suggestion.answered"; before: null; after: Fields }
  | { kind: "suggestion.withdrawn"; before: null; after: null }
  | { kind: "promise.edited"; before: Fields; after: Fields }
  | { kind: "review.opened"; before: null; after: Fields }
  | { kind: "review.edited"; before: Fields; after: Fields }
  | { kind: "review.turned"; before: Fields; after: Fields }
  | { kind: "review.attended"; before: Fields | null; after: Fields | null }
  | { kind: "review.assessed"; before: Fields | null; after: Fields }
  | { kind: "review.aligned"; before: Fields | null; after: Fields }
  | { kind: "review.commented"; before: null; after: Fields }
  | { kind: "review.reported-back"; before: Fields; after: Fields }
  | { kind: "review.signed-off"; before: Fields | null; after: Fields | null }
  | { kind: "review.sign-off-lapsed"; before: Fields; after: null }
  | { kind: "review.closed"; before: null; after: Fields }
  | { kind: "review.added-to"; before: null; after: Fields }
  | { kind: "decision.proposed"; before: null; after: Fields }
  | { kind: "decision.edited"; before: Fields; after: Fields }
  | { kind: "decision.stood"; before: Fields | null; after: Fields | null }
  | { kind: "decision.lapsed"; before: Fields; after: null }
  | { kind: "decision.adopted"; before: null; after: Fields }
  | { kind: "decision.rejected"; before: null; after: Fields }
  | { kind: "decision.withdrawn"; before: null; after: Fields | null }
  | { kind: "decision.done"; before: Fields | null; after: Fields | null }
  | { kind: "decision.due"; before: null; after: Fields }
  | { kind: "decision.looked-at"; before: null; after: Fields }
  | { kind: "decision.carried-over"; before: Fields; after: Fields }
  | { kind: "decision-rule.edited"; before: Fields; after: Fields }
  | { kind: "figures.edited"; before: Fields; after: Fields }
  | { kind: "committee-term.edited"; before: Fields; after: Fields }
  | { kind: "report.edited"; before: Fields | null; after: Fields }
  | { kind: "entry.created"; before: null; after: Fields }
  | { kind: "entry.edited"; before: Fields; after: Fields }
  | { kind: "entry.removed"; before: Fields; after: null }
  | { kind: "entry.restored"; before: null; after: Fields }
  | { kind: "entry-part.added"; before: null; after: Fields }
  | { kind: "entry-part.edited"; before: Fields; after: Fields }
  | { kind: "entry-part.removed"; before: Fields; after: null }
  | { kind: "rate.entered"; before: Fields | null; after: Fields }
  | { kind: "network.created"; before: null; after: Fields }
  | { kind: "network.edited"; before: Fields; after: Fields }
  | { kind: "network.closed"; before: null; after: Fields }
  | { kind: "network.reopened"; before: Fields; after: null }
  | { kind: "network.removed"; before: Fields; after: null }
  | { kind: "seat.created"; before: null; after: Fields }
  | { kind: "seat.edited"; before: Fields; after: Fields }
  | { kind: "seat.removed"; before: Fields; after: null }
  | { kind: "person.invited"; before: null; after: Fields }
  | { kind: "person.invited-again"; before: null; after: Fields }
  | { kind: "person.uninvited"; before: Fields; after: null }
  | { kind: "person.joined"; before: null; after: Fields }
  | { kind: "person.edited"; before: Fields; after: Fields }
  | { kind: "person.suspended"; before: null; after: null }
  | { kind: "person.restored"; before: null; after: null };

export type EventKind = EventBody["kind"];

/** What an event is about. A board is named wherever its page has something to show of it. */
export interface Subject {
  board?: Board | null;
  actionId?: number | null;
  networkId?: number | null;
  personId?: string | null;
  suggestionId?: number | null;
  reviewId?: number | null;
  decisionId?: number | null;
  entryId?: number | null;
}

export type StoredEvent = EventBody &
  Required<Subject> & {
    id: number;
    at: Date;
    actorId: string | null;
    why: string | null;
    cause: Cause | null;
  };
