import { day, prose } from "~/features/tools/engine/field.ts";
import { register } from "~/features/tools/engine/register.ts";

/** What a continent's network says of its situation at a day: one note after the other, never one for good. */
export const contexts = register({
  name: "contexts",
  board: "lobbying",
  maintainers: "networks",
  kinds: ["continental", "international"],
  order: "-day",
  fields: {
    day: day({ required: true, filter: true, past: true }),
    situation: prose({ required: true }),
    consequences: prose(),
  },
  parts: {},
});
