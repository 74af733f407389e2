import { useNavigation, useRevalidator } from "@remix-run/react";
import { createContext, useContext, useEffect, useState } from "react";
import { DEFAULT_ZONE } from "~/lib/time-zones.ts";

/** Where the reader is, as far as it is known; null for nobody knows, and instants are shown in UTC. */
const ZoneContext = createContext<string | null>(null);

export const ZoneProvider = ZoneContext.Provider;

export function useTimeZone(): string | null {
  return useContext(ZoneContext);
}

/** Read by the server (app/http/time-zone.server.ts). It holds no secret and is kept for a year. */
export const ZONE_COOKIE = "zone";
const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Tells the server at the first visit where the browser is, and shows the page in that time. A zone that the person has
 * stays as they chose it, wherever they travel.
 */
export function ZoneReport({ zone, signedIn }: { zone: string | null; signedIn: boolean }) {
  const { revalidate } = useRevalidator();
  const { state } = useNavigation();
  const [told, setTold] = useState(false);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone !== null || !here) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in the browsers of older phones.
    document.cookie = `${ZONE_COOKIE}=${here}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
    // What stands there is in UTC already.
    if (here === DEFAULT_ZONE) return;
    const show = async () => {
      if (signedIn) await fetch("/time-zone", { method: "POST", body: new URLSearchParams({ timeZone: here }) });
      setTold(true);
    };
    // Without a line the times stay in UTC and say so; the next visit tells again.
    show().catch(() => {});
  }, [zone, signedIn]);
  useEffect(() => {
    // A form that is under way answers with what the server knew when it was sent: the page is read anew after it.
    if (!told || state !== "idle") return;
    setTold(false);
    revalidate();
  }, [told, state, revalidate]);
  return null;
}
