import { z } from "zod";
import { LANGUAGES, NETWORK_KINDS, SEAT_CAPACITIES } from "~/domain.ts";
import { optionalId, problemCode, requiredDay } from "~/features/core/schemas.ts";
import { foldText } from "~/lib/fold.ts";

/* The forms of the tree and of the committee. Messages are the codes of app/ui/problems.ts. */

const name = z.string().trim().min(1, problemCode("name-missing")).max(120, problemCode("too-long"));
const translation = z.string().trim().max(120, problemCode("too-long")).default("");
const id = z.coerce
  .number(problemCode("not-a-choice"))
  .int(problemCode("not-a-choice"))
  .positive(problemCode("not-a-choice"));
const orNothing = z.string().trim().default("");

const shape = {
  /** The proper name, which stands in every language that has no translation. */
  name,
  ...(Object.fromEntries(LANGUAGES.map((language) => [`name.${language}`, translation])) as Record<
    `name.${(typeof LANGUAGES)[number]}`,
    typeof translation
  >),
  kind: z.enum(NETWORK_KINDS, problemCode("not-a-choice")),
  parentId: z
    .string()
    .default("")
    .transform((value) => Number(value) || null),
  country: orNothing
    .transform((value) => value.toLowerCase() || null)
    .refine((value) => value === null || /^[a-z]{2}$/.test(value), problemCode("not-a-country")),
  since: orNothing
    .refine((value) => value === "" || /^(19|20)\d\d$/.test(value), problemCode("not-a-year"))
    .transform((value) => (value ? Number(value) : null)),
  variation: z
    .string()
    .trim()
    .max(40, problemCode("too-long"))
    .default("")
    .transform((value) => value || null),
};

/** The address is chosen once: people bookmark it. */
export const newNetworkSchema = z.object({
  ...shape,
  slug: z
    .string()
    .trim()
    .max(60, problemCode("too-long"))
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, problemCode("not-a-slug"))
    .default(""),
});

export const editNetworkSchema = z.object({ ...shape, version: z.coerce.number().int().positive() });

/** How a network is closed: when, why, and where its people go. */
export const closeNetworkSchema = z.object({
  version: z.coerce.number().int().positive(),
  day: requiredDay,
  why: z.string().trim().max(1000, problemCode("too-long")).default(""),
  moveTo: optionalId,
});

export const seatSchema = z.object({
  networkId: id,
  holder: name,
  capacity: z.enum(SEAT_CAPACITIES, problemCode("not-a-choice")),
  /** The account by which its holder speaks in reviews; empty for none. */
  personId: z
    .string()
    .default("")
    .transform((value) => value || null),
});

const figure = (most: number) =>
  z
    .string()
    .trim()
    .transform((value) => value.replace(/[\s.,\u00a0\u202f’']/g, ""))
    .refine((value) => /^\d+$/.test(value) && Number(value) <= most, problemCode("not-a-count"))
    .transform(Number);

/** What the network publishes of itself: whole numbers, written with or without separators. */
export const figuresSchema = z.object({
  memberOrganisations: figure(99_999),
  nationalNetworks: figure(999),
  continentalNetworks: figure(99),
  committeeSeats: figure(99),
  countries: figure(999),
  directBeneficiaries: figure(9_999_999_999),
  year: z
    .string()
    .trim()
    .regex(/^20\d\d$/, problemCode("not-a-year"))
    .transform(Number),
});

export const termSchema = z.object({ term: z.string().trim().max(40, problemCode("too-long")).default("") });

/** A name as an address: small letters without accents, figures and hyphens. */
export function slugFrom(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}
