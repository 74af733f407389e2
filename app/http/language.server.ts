import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { VisitContext } from "~/features/core/visit.ts";
import { setCookie } from "~/lib/cookies.server.ts";

const YEAR = 365 * 24 * 60 * 60;

/** The language chosen in this browser, for those who are not signed in. Plain text: it is no secret. */
export const LANGUAGE_COOKIE = "language";

export function languageCookie(language: Language): string {
  return setCookie(LANGUAGE_COOKIE, language, YEAR);
}

/** Whether somebody chose a language in this browser before. */
export function hasChosenLanguage(request: Request): boolean {
  return languageChosen(request) !== undefined;
}

/** The person's setting, then this browser's choice, then what the browser asks for. */
export function languageOf(request: Request, context: VisitContext, viewer: Viewer | null): Language {
  if (viewer?.language) return viewer.language;
  return languageChosen(request) ?? context.acceptedLanguage;
}

function languageChosen(request: Request): Language | undefined {
  const chosen = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`).exec(request.headers.get("Cookie") ?? "")?.[1];
  return isOneOf(LANGUAGES, chosen) ? chosen : undefined;
}
