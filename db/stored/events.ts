import type { z } from "zod";
import type { Board } from "../../app/domain.ts";
import type { PAYLOADS } from "./payloads/index.ts";

/**
 * What brought an event about: the event that an undo takes back, the suggestion whose acceptance changed the plan, the
 * decision of the committee that did, the one step in which several actions were changed together, or the series of recurring
 * actions whose next one the schedule made.
 */
export type Cause =
  | { undo: number }
  | { suggestion: number }
  | { bulkEdit: string }
  | { decision: number }
  | { recurrence: number };

/**
 * Everything that can happen, closed, told apart by `kind`. A new kind is a schema in `payloads/`, and the compiler then asks
 * every reader about it.
 */
export type EventBody = {
  [Kind in keyof typeof PAYLOADS]: {
    kind: Kind;
    before: z.infer<(typeof PAYLOADS)[Kind]["before"]>;
    after: z.infer<(typeof PAYLOADS)[Kind]["after"]>;
  };
}[keyof typeof PAYLOADS];

export type EventKind = EventBody["kind"];

/** The events of some kinds. */
export type EventOf<Kind extends EventKind> = Extract<EventBody, { kind: Kind }>;

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
