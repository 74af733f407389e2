import { choice, day, prose, said, text, url, whole } from "~/features/tools/engine/field.ts";
import { endsBeforeItBegins, part, register } from "~/features/tools/engine/register.ts";

/** A meeting of others at which they decide: what has to be done before it is reckoned back from its first day. */
export const windows = register({
  name: "windows",
  board: "lobbying",
  keepers: "coordinators",
  order: "first",
  passes: ["last", "first"],
  ahead: ({ first }) => (first as string | null) ?? null,
  check: endsBeforeItBegins,
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
