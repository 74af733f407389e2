import { type Language, ROLES, type Role } from "~/domain.ts";
import { type Network, networkOptions } from "~/features/core/network-tree.ts";
import { INVITED_BY_COORDINATORS, mayInvite, type Viewer } from "~/features/core/policy.ts";

/** The roles and networks into which a viewer may invite, or move somebody: what their forms offer. */
export function membershipChoices(viewer: Viewer, networks: readonly Network[], language: Language) {
  const roles: readonly Role[] = viewer.role === "admin" ? ROLES : INVITED_BY_COORDINATORS;
  return {
    roles,
    networks: networkOptions(networks, language).filter(({ id }) =>
      mayInvite(viewer, { role: "member", networkId: id }),
    ),
  };
}
