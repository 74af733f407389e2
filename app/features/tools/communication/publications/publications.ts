import { choice, day, entries, language, prose, url } from "~/features/tools/engine/field.ts";
import { NETWORKS_ALONE, register } from "~/features/tools/engine/register.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const CHANNELS = [
  ...(["website", "blog", "newsletter", "press"] as const),
  ...(["social-media", "video", "radio", "print"] as const),
] as const;
export type Channel = (typeof CHANNELS)[number];

export const AUDIENCES = ["members", "decision-makers", "partners", "press", "public"] as const;

export const PUBLICATION_STATES = ["planned", "published"] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/**
 * What the network publishes, and what it plans to. The entry's network is the one that publishes: continents have blogs and
 * newsletters of their own, so that each network keeps its own entries. Whether something is published is said and not
 * read from its link: what is planned for a website can have its address long before.
 */
export const publications = register({
  name: "publications",
  board: "communication",
  maintainers: "networks",
  kinds: NETWORKS_ALONE,
  order: "-day",
  aheadOn: ({ state, day }) => (state === "planned" ? ((day as string | null) ?? null) : null),
  isOwed: true,
  validate: ({ state, link, day }, today): Record<string, ProblemCode> => {
    if (state !== "published") return {};
    return {
      ...(link ? {} : { link: "link-of-published" }),
      ...(String(day) > today ? { day: "published-ahead" } : {}),
    };
  },
  fields: {
    state: choice(PUBLICATION_STATES, { required: true, filter: true }),
    day: day({ required: true, filter: true }),
    channel: choice(CHANNELS, { required: true, filter: true }),
    language: language({ required: true, filter: true }),
    audience: choice(AUDIENCES, { filter: true }),
    link: url({ detailOnly: true }),
    positions: entries({ of: "positions", detailOnly: true }),
    about: prose(),
  },
  parts: {},
});

/** Whether something was to be published by now and is not. */
export function isOverdue({ state, day }: { state?: unknown; day?: unknown }, today: string): boolean {
  return state === "planned" && typeof day === "string" && day < today;
}
