import type { Language } from "~/domain.ts";
import type { OwnCookies } from "~/features/core/cookies.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { VisitContext } from "~/features/core/visit.ts";

/** The person's setting, then this browser's choice, then what the browser asks for. */
export function languageOf(
  { language: chosen }: OwnCookies,
  { acceptedLanguage }: VisitContext,
  viewer: Viewer | null,
): Language {
  return viewer?.language ?? chosen ?? acceptedLanguage;
}
