import type { ActionFields } from "~/features/actions/fields.ts";
import type { Board } from "~/words.ts";

/** What brought an event about: the move that an undo takes back, or the suggestion whose acceptance changed the plan. */
export type Cause = { undo: number } | { suggestion: number };

export type Placement = Pick<ActionFields, "stage" | "rank" | "outcome">;

type Fields = Record<string, unknown>;

/** Everything that can happen, closed: a new kind is added here, and the compiler then asks every reader about it. */
export type EventBody =
  | { kind: "action.created"; before: null; after: ActionFields }
  | { kind: "action.edited"; before: Partial<ActionFields>; after: Partial<ActionFields> }
  | { kind: "action.moved"; before: Placement; after: Placement }
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
  | { kind: "network.created"; before: null; after: Fields }
  | { kind: "network.edited"; before: Fields; after: Fields }
  | { kind: "seat.created"; before: null; after: Fields }
  | { kind: "seat.edited"; before: Fields; after: Fields }
  | { kind: "seat.removed"; before: Fields; after: null }
  | { kind: "person.invited"; before: null; after: Fields }
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
}

export type StoredEvent = EventBody &
  Required<Subject> & {
    id: number;
    at: Date;
    actorId: string | null;
    why: string | null;
    cause: Cause | null;
  };
