import { choice, day, paragraph, prose, text, url, whole } from "~/features/tools/engine/field.ts";
import { endsBeforeItBegins, NETWORKS_ALONE, part, register } from "~/features/tools/engine/register.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { freePlaces } from "./places.ts";

export const EXCHANGE_KINDS = ["visit", "seminar", "study"] as const;

/** Visits, seminars and studies by which networks learn from each other, with who takes part. */
export const exchanges = register({
  name: "exchanges",
  board: "learning",
  maintainers: "coordinators",
  order: "first",
  expiryFields: ["last", "first"],
  aheadOn: ({ first }) => (first as string | null) ?? null,
  validate: (values): Record<string, ProblemCode> => ({
    ...endsBeforeItBegins(values),
    ...(values.place || values.link ? {} : { place: "place-or-link-missing" }),
  }),
  fields: {
    kind: choice(EXCHANGE_KINDS, { required: true, filter: true }),
    first: day({ required: true, filter: true }),
    last: day(),
    place: text(),
    link: url({ detailOnly: true }),
    places: whole({ least: 1, most: 10_000, detailOnly: true }),
    programme: prose(),
  },
  parts: {
    signups: part({
      maintainers: "networks",
      network: true,
      kinds: NETWORKS_ALONE,
      once: true,
      order: "id",
      closedBecause: ({ first }, today) => (today > String(first) ? "sign-up-closed" : null),
      isFull: (entry, others) => freePlaces(entry, others) === 0,
      objectionTo: ({ people }, { entry, others }) => {
        const free = freePlaces(entry, others);
        if (free === null || Number(people) <= free) return null;
        return { field: "people", code: "places-taken", about: String(free) };
      },
      fields: {
        people: whole({ required: true, least: 1, most: 1000, labelled: true }),
        who: text({ most: 500 }),
        remark: paragraph(),
      },
    }),
    participants: part({
      maintainers: "networks",
      network: true,
      kinds: NETWORKS_ALONE,
      once: true,
      order: "id",
      closedBecause: ({ first }, today) => (today < String(first) ? "not-begun-yet" : null),
      fields: {
        people: whole({ required: true, least: 1, most: 1000, labelled: true }),
        who: text({ most: 500 }),
      },
    }),
  },
});
