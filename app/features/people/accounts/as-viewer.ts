import { ancestorsOf, descendantsOf, type Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { people } from "~db/schema/people.ts";

/** A person as the policy knows them, with their place in the tree of networks. */
export function asViewer(
  person: Pick<typeof people.$inferSelect, "id" | "name" | "email" | "role" | "networkId" | "boards" | "language"> &
    Partial<Pick<typeof people.$inferSelect, "timeZone" | "density" | "singleKeys">>,
  networks: readonly Network[],
  sessionId: string,
): Viewer {
  const { id, name, email, role, networkId, boards, language, timeZone = null, density = "comfortable" } = person;
  const { singleKeys = true } = person;
  const branch = descendantsOf(networks, networkId);
  const line = new Set(ancestorsOf(networks, networkId).map((network) => network.id));
  return { id, name, email, role, networkId, boards, language, timeZone, density, singleKeys, branch, line, sessionId };
}
