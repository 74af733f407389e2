import { choice, choices, entries, networks, prose, url } from "~/features/tools/engine/field.ts";
import { NETWORKS_ALONE, register } from "~/features/tools/engine/register.ts";
import { THEMES } from "./themes.ts";

/** The five principles of good social protection policy, by their published numbers (app/domain.ts), as a form sends them. */
export const PRINCIPLES_SERVED = ["1", "2", "3", "4", "5"] as const;

/** What was learnt, each lesson with the exchange and the actions that it came from. */
export const library = register({
  name: "library",
  board: "learning",
  maintainers: "networks",
  kinds: NETWORKS_ALONE,
  order: "title",
  fields: {
    theme: choice(THEMES, { required: true, filter: true }),
    text: prose({ required: true }),
    countries: networks({ kinds: ["national"], filter: true }),
    principles: choices(PRINCIPLES_SERVED, { filter: true, detailOnly: true }),
    exchange: entries({ of: "exchanges", detailOnly: true }),
    document: url({ detailOnly: true }),
  },
  parts: {},
});
