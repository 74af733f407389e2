import { contacts } from "~/features/tools/engine/contacts.ts";
import { choice, prose, url } from "~/features/tools/engine/field.ts";
import { register } from "~/features/tools/engine/register.ts";

export const ALLY_KINDS = ["organisation", "donor"] as const;
export const ALLIANCE_STATUSES = ["idea", "approached", "talking", "agreed", "ended"] as const;

/** Organisations and donors with whom networks seek to work. The entry's network is the one that approaches them. */
export const alliances = register({
  name: "alliances",
  board: "financing",
  maintainers: "networks",
  order: "title",
  fields: {
    kind: choice(ALLY_KINDS, { filter: true }),
    standing: choice(ALLIANCE_STATUSES, { filter: true }),
    website: url({ detailOnly: true }),
    what: prose(),
  },
  parts: { contacts },
});
