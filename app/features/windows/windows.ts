import { choice, day, prose, said, text, url, whole } from "~/features/registers/field.ts";
import { part, register } from "~/features/registers/register.ts";
import { fits } from "~/features/schemas.ts";
import type { ProblemCode } from "~/ui/problems.ts";

/** A meeting of others at which they decide: what has to be done before it is reckoned back from its first day. */
export const windows = register({
  name: "windows",
  board: "lobbying",
  keepers: "coordinators",
  order: "first",
  passes: ["last", "first"],
  ahead: ({ first }) => (first as string | null) ?? null,
  check: ({ first, last }): Record<string, ProblemCode> =>
    first && last && String(last) < String(first) ? { last: fits("last-before-first") } : {},
  fields: {
    first: day({ required: true, filter: true }),
    last: day(),
    place: text(),
    link: url({ inside: true }),
    what: prose(),
  },
  parts: {
    milestones: part({
      keepers: "coordinators",
      network: false,
      order: "-weeks",
      fields: {
        weeks: whole({ required: true, least: 0, most: 104 }),
        what: said({ required: true, most: 500 }),
        state: choice(["to-do", "done"], { required: true }),
      },
    }),
  },
});
