import { eq } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import { type AddOrigin, type Audience, add, followersOf } from "~/features/core/notifications/notify.server.ts";
import { suggestions, supports } from "~db/schema/suggestions.ts";

/** Adds the authors, supporters and followers of a suggestion and of all that was merged into it. */
export function voicesIn(tx: Transaction, suggestionId: number, audience: Audience = new Map()): Audience {
  const counted = eq(suggestions.countsForId, suggestionId);
  const voiced = tx
    .select({ id: suggestions.id, authorId: suggestions.authorId })
    .from(suggestions)
    .where(counted)
    .all();
  const supporters = tx
    .select({ id: supports.personId })
    .from(supports)
    .innerJoin(suggestions, eq(suggestions.id, supports.suggestionId))
    .where(counted)
    .all();
  add(
    audience,
    voiced.map(({ authorId }) => authorId),
    "author",
  );
  add(
    audience,
    supporters.map(({ id }) => id),
    "supporter",
  );
  return add(audience, followersOf(tx, ...voiced.map(({ id }) => suggestionSubject(id))).keys(), "follower");
}

/** Adds the voices in every suggestion that an action came of, or was shaped by. */
export const addVoicesBehind: AddOrigin = (tx, actionId, audience) => {
  const behind = tx.select({ id: suggestions.id }).from(suggestions).where(eq(suggestions.resultId, actionId)).all();
  for (const { id } of behind) voicesIn(tx, id, audience);
};
