import { eq } from "drizzle-orm";
import { comments } from "~db/schema.ts";

/** What is talked about: a suggestion, or an action. */
export type About = { suggestionId: number } | { actionId: number };

/** The comments on one thing. */
export function on(about: About) {
  return "actionId" in about ? eq(comments.actionId, about.actionId) : eq(comments.suggestionId, about.suggestionId);
}
