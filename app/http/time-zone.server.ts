import { parseCookies } from "better-auth/cookies";
import type { Viewer } from "~/features/core/policy.ts";
import { isTimeZone } from "~/lib/time-zones.ts";
import { ZONE_COOKIE } from "~/ui/time-zone.tsx";

/** The time zone of the person, else of this browser; null while neither is known. */
export function timeZoneOf(request: Request, viewer: Viewer | null): string | null {
  if (viewer?.timeZone && isTimeZone(viewer.timeZone)) return viewer.timeZone;
  const told = parseCookies(request.headers.get("Cookie") ?? "").get(ZONE_COOKIE);
  return isTimeZone(told) ? told : null;
}
