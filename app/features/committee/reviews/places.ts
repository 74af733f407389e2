import type { Language } from "~/domain.ts";

/**
 * Where a meeting's hour may be given: the network's home first, then places of its continents. By their IANA names; a name
 * alone where the four languages agree on it.
 */
const PLACES = {
  "Europe/Brussels": { nl: "Brussel", fr: "Bruxelles", es: "Bruselas", en: "Brussels" },
  "Africa/Abidjan": "Abidjan",
  "Africa/Bamako": "Bamako",
  "Africa/Dakar": "Dakar",
  "Africa/Lome": "Lomé",
  "Africa/Porto-Novo": "Porto-Novo",
  "Africa/Kinshasa": "Kinshasa",
  "Africa/Lubumbashi": "Lubumbashi",
  "Africa/Bujumbura": "Bujumbura",
  "Africa/Kigali": "Kigali",
  "America/Bogota": { nl: "Bogota", fr: "Bogota", es: "Bogotá", en: "Bogotá" },
  "America/Buenos_Aires": "Buenos Aires",
  "America/Guatemala": { nl: "Guatemala-Stad", fr: "Guatemala", es: "Ciudad de Guatemala", en: "Guatemala City" },
  "America/La_Paz": "La Paz",
  "America/Lima": "Lima",
  "America/Mexico_City": { nl: "Mexico-Stad", fr: "Mexico", es: "Ciudad de México", en: "Mexico City" },
  "America/Santo_Domingo": { nl: "Santo Domingo", fr: "Saint-Domingue", es: "Santo Domingo", en: "Santo Domingo" },
  "America/Sao_Paulo": "São Paulo",
  "Asia/Dhaka": { nl: "Dhaka", fr: "Dacca", es: "Daca", en: "Dhaka" },
  "Asia/Jakarta": { nl: "Jakarta", fr: "Jakarta", es: "Yakarta", en: "Jakarta" },
  "Asia/Kathmandu": { nl: "Kathmandu", fr: "Katmandou", es: "Katmandú", en: "Kathmandu" },
  "Asia/Kolkata": { nl: "Kolkata", fr: "Calcutta", es: "Calcuta", en: "Kolkata" },
  "Asia/Manila": { nl: "Manilla", fr: "Manille", es: "Manila", en: "Manila" },
  "Asia/Phnom_Penh": { nl: "Phnom Penh", fr: "Phnom Penh", es: "Nom Pen", en: "Phnom Penh" },
  UTC: "UTC",
} as const satisfies Record<string, string | Record<Language, string>>;

export type TimeZone = keyof typeof PLACES;

export const TIME_ZONES = Object.keys(PLACES) as [TimeZone, ...TimeZone[]];

/** A time zone as people name it: by a place, in their language. One that is not listed by its IANA name. */
export function placeOf(timeZone: string, language: Language): string {
  const place: string | Record<Language, string> | undefined = Object.hasOwn(PLACES, timeZone)
    ? PLACES[timeZone as TimeZone]
    : undefined;
  if (place === undefined) return timeZone;
  return typeof place === "string" ? place : place[language];
}
