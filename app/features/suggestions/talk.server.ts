import { and, eq, isNull } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/history/change.server.ts";
import { follow } from "~/features/notices/follow.server.ts";
import { suggestionThing } from "~/features/notices/notice.ts";
import { add, coordinatorsOf, tell, voicesIn } from "~/features/notices/tell.server.ts";
import { maySuggest, type Viewer } from "~/features/policy.ts";
import { Refusal } from "~/features/refusal.ts";
import type { Language } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { comments, people, suggestions } from "~db/schema.ts";
import { mentionedIn } from "./mentions.ts";
import { loadSuggestion, type Row, subject } from "./mutations.server.ts";

/**
 * Comments on a suggestion. Who is named with @ is told; the author's comment replies to a question that waits for them;
 * whoever comments follows from then on.
 *
 * @throws Refusal 404 for an unknown suggestion, 403 for observers
 */
export function comment(
  db: Database,
  by: By,
  viewer: Viewer,
  { suggestionId, text, language }: { suggestionId: number; text: string; language: Language },
): number {
  return change(db, by, (tx, record) => {
    if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
    const row = loadSuggestion(tx, suggestionId);
    const id = writeComment(tx, by, viewer, row, { text, language, isQuestion: false });
    const replies = row.askedAt !== null && row.authorId === viewer.id;
    if (replies) tx.update(suggestions).set({ askedAt: null }).where(eq(suggestions.id, row.id)).run();
    const event = record({
      ...{ kind: "suggestion.commented", ...subject(row), before: null },
      after: { comment: id, text, ...(replies && { replies }) },
    });
    const audience = voicesIn(tx, row.countsForId ?? row.id);
    if (replies) coordinatorsOf(tx, row.board, audience);
    add(audience, mentionedIn(text, everyone(tx)), "mentioned");
    follow(tx, viewer.id, suggestionThing(row.id));
    tell(tx, by, event, suggestionThing(row.id), audience);
    return id;
  });
}

/** Writes a comment's row within a transaction: a coordinator's question is one too. */
export function writeComment(
  tx: Transaction,
  by: By,
  viewer: Viewer,
  row: Row,
  { text, language, isQuestion }: { text: string; language: Language; isQuestion: boolean },
): number {
  return tx
    .insert(comments)
    .values({ suggestionId: row.id, authorId: viewer.id, text, language, isQuestion, at: by.at })
    .returning({ id: comments.id })
    .get().id;
}

function everyone(tx: Transaction) {
  return tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(isNull(people.suspendedAt)))
    .all();
}
