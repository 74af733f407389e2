import type { EventKind } from "~db/stored/events.ts";

/** The kinds that make an action's next version: what replaying and taking back a move ask for. */
export const OF_THE_PLAN = ["action.created", "action.edited", "action.moved"] as const satisfies readonly EventKind[];
