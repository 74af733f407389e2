import { eq } from "drizzle-orm";
import type { Viewer } from "~/features/policy.ts";
import type { Language } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema.ts";

/** The language in which a person reads everything. It is theirs alone and changes nobody's plan: no event is recorded. */
export function chooseLanguage(db: Database, viewer: Viewer, language: Language): void {
  db.update(people).set({ language }).where(eq(people.id, viewer.id)).run();
}
