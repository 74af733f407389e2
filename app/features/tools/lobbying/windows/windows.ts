import { choice, day, paragraph, prose, text, url, whole } from "~/features/tools/engine/field.ts";
import { endsBeforeItBegins, part, register } from "~/features/tools/engine/register.ts";

/** A meeting of others at which they decide: what has to be done before it is reckoned back from its first day. */
export const windows = register({
  name: "windows",
  board: "lobbying",
  maintainers: "coordinators",
  order: "first",
  expiryFields: ["last", "first"],
  aheadOn: ({ first }) => (first as string | null) ?? null,
  validate: endsBeforeItBegins,
  fields: {
    first: day({ required: true, filter: true }),
    last: day(),
    place: text(),
    link: url({ detailOnly: true }),
    what: prose(),
  },
  parts: {
    milestones: part({
      maintainers: "coordinators",
      network: false,
      order: "-weeks",
      fields: {
        weeks: whole({ required: true, least: 0, most: 104 }),
        what: paragraph({ required: true, most: 500 }),
        state: choice(["to-do", "done"], { required: true }),
      },
    }),
  },
});
