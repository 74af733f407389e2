import { count, eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { comments } from "~db/schema/history.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";
import type { AnswerScreen } from "./answer-screen.server.ts";
import { type SuggestionRow, voicesFor } from "./queries.server.ts";
import { supportShown } from "./screen.server.ts";

/** What the pane beside the inbox shows of a suggestion besides the form of its answer. 2 statements. */
export function besideInbox(db: Database, row: SuggestionRow, language: Language) {
  return {
    support: supportShown(voicesFor(db, row.countsForId ?? row.id, language)),
    comments: db.select({ n: count() }).from(comments).where(eq(comments.suggestionId, row.id)).get()?.n ?? 0,
  };
}

/** A suggestion beside the list of the inbox, with its answer as it is written. */
export type InboxPaneShown = ReturnType<typeof besideInbox> & {
  screen: AnswerScreen;
  preview: boolean;
  submitted: DraftContent | null;
  closed: boolean;
  saved: boolean;
};
