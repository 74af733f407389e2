import { choice, day, entries, paragraph, prose } from "~/features/tools/engine/field.ts";
import { NETWORKS_ALONE, part, register } from "~/features/tools/engine/register.ts";
import { THEMES } from "~/features/tools/learning/library/themes.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const OFFER_KINDS = ["offer", "ask"] as const;
export const OFFER_STATES = ["open", "met", "withdrawn"] as const;

/** What networks can teach and what they want to learn, on an action or a theme. */
export const offers = register({
  name: "offers",
  board: "learning",
  maintainers: "networks",
  kinds: NETWORKS_ALONE,
  order: "until",
  expiryFields: ["until"],
  validate: ({ theme, refs }): Record<string, ProblemCode> =>
    theme || (refs as readonly string[]).length > 0 ? {} : { theme: "theme-or-action-missing" },
  fields: {
    kind: choice(OFFER_KINDS, { required: true, filter: true }),
    theme: choice(THEMES, { filter: true }),
    description: prose(),
    until: day({ required: true }),
    state: choice(OFFER_STATES, { required: true, filter: true, begins: "open" }),
  },
  parts: {
    // In the name of the network with which something came of it: whoever keeps the offer or answers for that one.
    outcomes: part({
      maintainers: "networks",
      network: true,
      kinds: NETWORKS_ALONE,
      order: "-day",
      fields: {
        day: day({ required: true, past: true }),
        what: paragraph({ required: true }),
        exchange: entries({ of: "exchanges" }),
      },
    }),
  },
});
