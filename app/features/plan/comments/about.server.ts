import { eq } from "drizzle-orm";
import { comments } from "~db/schema/history.ts";

/** What is talked about: a suggestion, an action, or a continental network's view of a quarter. */
export type About = { suggestionId: number } | { actionId: number } | { alignmentId: number; reviewId: number };

/** The comments on one thing. */
export function on(about: About) {
  if ("alignmentId" in about) return eq(comments.alignmentId, about.alignmentId);
  return "actionId" in about ? eq(comments.actionId, about.actionId) : eq(comments.suggestionId, about.suggestionId);
}
