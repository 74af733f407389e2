import type { Database } from "~db/connection.ts";
import type { NotificationSubject } from "./notice.ts";

/** The pages that read what notices tell of: opening one marks the notices of its subject as read. */
export interface SubjectPage {
  /** Its address; the group is what names the subject. */
  path: RegExp;
  /** The subject of that name; null where there is none. 1 statement at most. */
  subjectOf(db: Database, name: string): NotificationSubject | null;
}

let registered: readonly SubjectPage[] | undefined;

/** Called once, at the composition root (`app/areas.server.ts`), with the pages of all areas. */
export function registerSubjectPages(pages: readonly SubjectPage[]): void {
  registered = pages;
}

/**
 * The subject of the page at an address; null for a page that has none.
 *
 * @throws where no pages were registered
 */
export function subjectAt(db: Database, path: string): NotificationSubject | null {
  if (!registered) throw new Error("No area has registered its pages: app/areas.server.ts was not loaded.");
  for (const page of registered) {
    const name = page.path.exec(path)?.[1];
    if (name) return page.subjectOf(db, name);
  }
  return null;
}
