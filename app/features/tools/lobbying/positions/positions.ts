import { choice, day, entries, paragraph, prose, text, url } from "~/features/tools/engine/field.ts";
import { part, register } from "~/features/tools/engine/register.ts";

/** What a network says to a position. */
export const ENDORSEMENTS = ["adopted", "adopted-with-remarks", "not-adopted"] as const;

/** What the network stands for, word for word: its versions, who endorses it, and where it was carried. */
export const positions = register({
  name: "positions",
  board: "lobbying",
  maintainers: "coordinators",
  order: "title",
  fields: {
    path: prose(),
    published: url({ detailOnly: true }),
  },
  parts: {
    // The language of a version is the one in which it is written.
    versions: part({
      maintainers: "coordinators",
      network: false,
      order: "-day",
      fields: {
        day: day({ required: true, past: true }),
        wording: paragraph({ required: true, most: 20_000 }),
        changed: paragraph(),
      },
    }),
    endorsements: part({
      maintainers: "networks",
      network: true,
      kinds: ["continental", "national"],
      once: true,
      order: "day",
      fields: {
        answer: choice(ENDORSEMENTS, { required: true }),
        day: day({ required: true, past: true }),
        remark: paragraph(),
      },
    }),
    carried: part({
      maintainers: "networks",
      network: true,
      order: "-day",
      fields: {
        day: day({ required: true, past: true }),
        whom: text({ required: true }),
        stakeholder: entries({ of: "stakeholders" }),
        reply: paragraph(),
      },
    }),
  },
});
