import { type Cookie, createCookie } from "@remix-run/node";
import { parseCookies } from "better-auth/cookies";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";

/*
 * The product's own small cookies, which no script reads. The session's belong to better-auth, the time zone's to the script that
 * tells it (app/ui/time-zone.tsx).
 */

const DAY_S = 24 * 3600;
/** How long what was typed is kept for a browser, in hours. */
export const DRAFT_HOURS = 24;

/** The language chosen in this browser, for those who are not signed in. */
const languageCookie = cookie("language", 365 * DAY_S);
/** By which what was typed in a form comes back to its browser. */
const formDraftCookie = cookie("kept-form", DRAFT_HOURS * 3600);
/** Marks the browser of a person. */
const deviceCookie = cookie("device", 365 * DAY_S);

/** What a browser's cookies say; null for what they do not say. */
export interface OwnCookies {
  language: Language | null;
  /** A token. */
  formDraft: string | null;
  /** A token. */
  device: string | null;
}

/** Returns what the cookies of a request say. Whatever else somebody puts into them is as if it were not there. */
export async function readCookies(headers: Headers): Promise<OwnCookies> {
  const sent = headers.get("Cookie");
  const [language, formDraft, device] = await Promise.all(
    [languageCookie, formDraftCookie, deviceCookie].map((one) => textIn(one, sent)),
  );
  return {
    language: isOneOf(LANGUAGES, language) ? language : null,
    formDraft: formDraft ?? null,
    device: device ?? null,
  };
}

/** Returns the `Set-Cookie` of the language that was chosen. */
export const setLanguage = (language: Language): Promise<string> => languageCookie.serialize(language);

/** Returns the `Set-Cookie` by which a browser gets back what was typed in it. */
export const setFormDraft = (token: string): Promise<string> => formDraftCookie.serialize(token);

/** The `Set-Cookie` that makes a browser forget what was kept of a form, once it has been saved. */
export const forgetting: string = await formDraftCookie.serialize("", { maxAge: 0 });

/** Returns the `Set-Cookie` that marks a person's browser. */
export const setDevice = (mark: string): Promise<string> => deviceCookie.serialize(mark);

/** @param maxAge in seconds */
function cookie(name: string, maxAge: number): Cookie {
  // Over https alone, where the public address has it: a cookie that goes over http as well can be read and set on the way.
  const secure = process.env.ORIGIN?.startsWith("https:") ?? false;
  return createCookie(name, { path: "/", maxAge, sameSite: "lax", httpOnly: true, secure });
}

async function textIn(one: Cookie, sent: string | null): Promise<string | null> {
  if (!sent) return null;
  const value: unknown = await one.parse(sent).catch(() => null);
  return typeof value === "string" ? value || null : bareTextIn(one, sent);
}

/**
 * Returns a cookie's text as it was written until November 2026, without Remix's encoding. Browsers hold a language and a mark for a
 * year: without them somebody chooses their language again, and is warned by mail of their own browser.
 */
function bareTextIn({ name }: Cookie, sent: string): string | null {
  const text = parseCookies(sent).get(name);
  return text && /^[\w-]+$/.test(text) ? text : null;
}
