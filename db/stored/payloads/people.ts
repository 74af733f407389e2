import { z } from "zod";
import { ROLES, SEAT_CAPACITIES } from "~/domain.ts";
import { board, changed, day, entered, id, language, networkKind, plain, removed } from "./parts.ts";

const names = z.record(language, z.string());
/** A node of the tree as it was entered. */
const network = z.object({
  slug: z.string(),
  kind: networkKind,
  parentId: id.nullable(),
  names,
});
const describedNetwork = network.extend({
  country: z.string().nullable(),
  variation: z.string().nullable(),
  since: z.int().nullable(),
});

const seat = z.object({
  /** The seat's id. */
  seat: id,
  networkId: id,
  holder: z.string(),
  capacity: z.enum(SEAT_CAPACITIES),
  /** The name of the account by which its holder speaks. */
  account: z.string().optional(),
});

const invitation = z.object({ role: z.enum(ROLES), networkId: id, boards: z.array(board) });
const membership = z.object({ name: z.string(), role: z.enum(ROLES), networkId: id, boards: z.array(board) }).partial();

/** The events of people and networks. */
export const peoplePayloads = {
  "network.created": entered(describedNetwork.partial({ country: true, variation: true, since: true })),
  "network.edited": changed(describedNetwork.partial()),
  "network.closed": entered(z.object({ closedOn: day })),
  "network.reopened": removed(z.object({ closedOn: day })),
  "network.removed": removed(network),
  "seat.created": entered(seat),
  "seat.edited": changed(seat),
  "seat.removed": removed(seat),
  "person.invited": entered(invitation),
  "person.invited-again": entered(invitation),
  "person.uninvited": removed(invitation),
  "person.joined": entered(invitation.pick({ role: true, boards: true })),
  "person.edited": changed(membership),
  "person.suspended": plain,
  "person.restored": plain,
  /** The figures that the network publishes, by name. */
  "figures.edited": changed(z.record(z.string(), z.unknown())),
  "committee-term.edited": changed(z.object({ term: z.string() })),
};
