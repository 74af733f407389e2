import { and, count, eq, gt, lte } from "drizzle-orm";
import { fieldsOf, isMultipart } from "~/features/documents/multipart.server.ts";
import type { Visit } from "~/http/visit.server.ts";
import { keptForms } from "~db/schema.ts";
import { hashOf, newToken } from "./tokens.server.ts";

const COOKIE = "kept-form";
/** How long a form is kept, in hours. */
export const KEPT_HOURS = 24;
/** A form larger than this is not ours; more than this many waiting means that somebody is filling the disk. */
const MOST_CHARACTERS = 100_000;
const MOST_WAITING = 500;

/** Fields that are never kept: secrets, and what the next page makes anew. */
const NEVER = new Set(["password", "newPassword", "currentPassword"]);

/**
 * Keeps what was typed in a form that came in without a session, for a day, for the browser that typed it.
 *
 * @param back the page that the form belongs to
 * @returns the cookie by which the browser gets it back after signing in
 */
export async function keepForm({ request, db, at }: Visit, back: string): Promise<string> {
  // Only our own forms are kept; a body of another kind comes from no page of ours.
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get("Content-Type") ?? ""))
    return forgetting;
  // A file is not kept: it is dropped as it comes in, so that nobody fills the memory without having signed in.
  const form = await (isMultipart(request) ? fieldsOf(request).catch(() => new FormData()) : request.formData());
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !NEVER.has(name) ? [[name, value]] : [],
  );
  db.delete(keptForms)
    .where(lte(keptForms.createdAt, aDayBefore(at)))
    .run();
  const waiting = db.select({ waiting: count() }).from(keptForms).get()?.waiting ?? 0;
  if (waiting >= MOST_WAITING || JSON.stringify(fields).length > MOST_CHARACTERS) return forgetting;
  const { token, tokenHash } = newToken();
  db.insert(keptForms)
    .values({ tokenHash, path: pathOf(back), fields, createdAt: at })
    .run();
  return `${COOKIE}=${token}; Path=/; Max-Age=${KEPT_HOURS * 3600}; SameSite=Lax; HttpOnly`;
}

/** Makes the browser forget what was kept, once the form has been saved. */
export const forgetting = `${COOKIE}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly`;

/** What this browser had typed on this page before the session ended: null when there is nothing of that kind. */
export function keptForm({ request, db, url, at }: Pick<Visit, "request" | "db" | "url" | "at">): FormData | null {
  const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(request.headers.get("Cookie") ?? "")?.[1];
  if (!token) return null;
  const kept = db
    .select()
    .from(keptForms)
    .where(
      and(
        ...[eq(keptForms.tokenHash, hashOf(token)), eq(keptForms.path, pathOf(url.pathname))],
        gt(keptForms.createdAt, aDayBefore(at)),
      ),
    )
    .get();
  if (!kept) return null;
  const form = new FormData();
  for (const [name, value] of kept.fields) form.append(name, value);
  return form;
}

/** Whether this browser has something kept, on whatever page. */
export function hasKeptForm(request: Request): boolean {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=[\\w-]`).test(request.headers.get("Cookie") ?? "");
}

const aDayBefore = (at: Date) => new Date(+at - KEPT_HOURS * 3_600_000);

const pathOf = (address: string) => new URL(address.replace(/\.data$/, ""), "http://here.invalid").pathname;
