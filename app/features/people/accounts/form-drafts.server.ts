import { and, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { DRAFT_HOURS, forgetting, type OwnCookies, setFormDraft } from "~/features/core/cookies.server.ts";
import { FORM_CHARACTERS_MOST } from "~/features/core/form-size.ts";
import { fieldsOf, isMultipart } from "~/features/core/multipart.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { Visit } from "~/features/core/visit.ts";
import { TELLING_FIELDS } from "~/ui/hidden-fields.ts";
import type { Database } from "~db/connection.ts";
import { formDrafts } from "~db/schema/people.ts";
import { personOfEndedSession } from "./ended-sessions.server.ts";
import { hashOf, newToken } from "./tokens.server.ts";

/** As it is stored: JSON writes line ends and quotes with two characters, and a form brings line ends of two. */
const STORED_CHARACTERS_MOST = FORM_CHARACTERS_MOST * 4;
/** So many wait for one person: the oldest of their own gives way, never another person's. */
export const MOST_DRAFTS = 20;

/** Fields that are never kept: passwords. */
const NEVER = new Set(["password", "newPassword", "currentPassword"]);

/** What became of a form that could not be carried out now. */
export interface SavedDraft {
  /** Whether it is kept; false only where something was typed and is lost. */
  kept: boolean;
  /** The cookie by which the browser gets it back. */
  cookie: string;
}

/**
 * Keeps what was typed in a form that came in without a session, or too often, for a day: for the browser that typed it and
 * the person whose session it was. A browser in which nobody has signed in lately keeps nothing here.
 *
 * @param back the page that the form belongs to
 */
export async function saveFormDraft({ request, db, viewer, cookies, at }: Visit, back: string): Promise<SavedDraft> {
  // Only our own forms are kept; a body of another kind comes from no page of ours.
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get("Content-Type") ?? ""))
    return { kept: true, cookie: forgetting };
  const personId = viewer?.id ?? personOfEndedSession(db, { headers: request.headers, cookies, at });
  // Nothing of a stranger's form is read.
  if (!personId) return { kept: false, cookie: forgetting };
  // A file is not kept: it is dropped as it comes in, so that nobody fills the memory without having signed in.
  const form = await (isMultipart(request) ? fieldsOf(request).catch(() => new FormData()) : request.formData());
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !NEVER.has(name) ? [[name, value]] : [],
  );
  if (JSON.stringify(fields).length > STORED_CHARACTERS_MOST) return { kept: false, cookie: forgetting };
  const { token, tokenHash } = newToken();
  db.transaction(
    (tx) => {
      tx.delete(formDrafts)
        .where(lte(formDrafts.createdAt, aDayBefore(at)))
        .run();
      const older = tx
        .select({ hash: formDrafts.tokenHash })
        .from(formDrafts)
        .where(eq(formDrafts.personId, personId))
        .orderBy(desc(formDrafts.createdAt))
        .offset(MOST_DRAFTS - 1)
        .limit(MOST_DRAFTS)
        .all();
      if (older.length > 0)
        tx.delete(formDrafts)
          .where(
            inArray(
              formDrafts.tokenHash,
              older.map(({ hash }) => hash),
            ),
          )
          .run();
      tx.insert(formDrafts)
        .values({ tokenHash, path: pathOf(back), fields, createdAt: at, personId })
        .run();
    },
    { behavior: "immediate" },
  );
  return { kept: true, cookie: await setFormDraft(token) };
}

interface Browser {
  db: Database;
  cookies: OwnCookies;
  at: Date;
}

/** What is kept for this browser: of which person, and of the form that was sent to which path. */
function keptFor({ db, cookies: { formDraft }, at }: Browser) {
  if (!formDraft) return null;
  const own = and(eq(formDrafts.tokenHash, hashOf(formDraft)), gt(formDrafts.createdAt, aDayBefore(at)));
  return db.select().from(formDrafts).where(own).get() ?? null;
}

/**
 * Returns what this person had typed in this browser, in the form of whatever page; null when there is nothing of that kind.
 */
export function loadFormDraftOf(viewer: Viewer | null, browser: Browser) {
  const kept = viewer && keptFor(browser);
  return kept && kept.personId === viewer.id ? kept : null;
}

/**
 * What this person had typed in this browser on this page before the session ended: null when there is nothing of that
 * kind. The page gets it back by itself (app/http/given-back.server.ts): this is for one whose fields depend on what was typed.
 */
export function loadFormDraft({
  cookies,
  db,
  url,
  at,
  viewer,
}: Pick<Visit, "cookies" | "db" | "url" | "at" | "viewer">): FormData | null {
  const kept = loadFormDraftOf(viewer, { db, cookies, at });
  if (!kept || kept.path !== pathOf(url.pathname)) return null;
  const form = new FormData();
  for (const [name, value] of kept.fields) form.append(name, value);
  return form;
}

/** Whether something is kept for this browser, of whatever page and person. */
export const hasFormDraft = (browser: Browser): boolean => keptFor(browser) !== null;

/** Forgets what was kept of a form once it has been sent again and carried out. */
export function removeFormDraft({ db, cookies, url, at, viewer }: Visit, sent: FormData | null): void {
  const kept = loadFormDraftOf(viewer, { db, cookies, at });
  if (!kept || kept.path !== pathOf(url.pathname)) return;
  const before = new Map(kept.fields);
  const isSame = !sent || TELLING_FIELDS.every((name) => (before.get(name) ?? null) === sent.get(name));
  if (isSame) db.delete(formDrafts).where(eq(formDrafts.tokenHash, kept.tokenHash)).run();
}

const aDayBefore = (at: Date) => new Date(+at - DRAFT_HOURS * 3_600_000);

const pathOf = (address: string) => new URL(address.replace(/\.data$/, ""), "http://here.invalid").pathname;
