import { contacts } from "~/features/tools/engine/contacts.ts";
import { choice, prose } from "~/features/tools/engine/field.ts";
import { register } from "~/features/tools/engine/register.ts";

/** How much somebody can move, from the least, and where they stand: the two axes of the map. */
export const INFLUENCES = ["low", "some", "high", "decisive"] as const;
export const STANCES = ["against", "hesitant", "open", "supportive", "ally"] as const;

/** Who influences decisions on social protection, as Geneva drew them on paper. */
export const stakeholders = register({
  name: "stakeholders",
  board: "lobbying",
  maintainers: "coordinators",
  order: "title",
  fields: {
    influence: choice(INFLUENCES, { filter: true }),
    stance: choice(STANCES, { filter: true }),
    what: prose(),
  },
  parts: { contacts },
});
