import type { Board, Language, NetworkKind, Role } from "~/words.ts";

/*
 * Who may do what (DESIGN.md, section 3): the one policy. Pure functions over (viewer, thing), used by every loader and
 * mutation to refuse, and by the screens to hide what would be refused.
 */

export interface Viewer {
  id: string;
  name: string;
  email: string;
  role: Role;
  networkId: number;
  /** The boards that a coordinator coordinates; empty for everyone else. */
  boards: readonly Board[];
  /** The viewer's network and every network below it. */
  branch: ReadonlySet<number>;
  language: Language | null;
  /** The session by which the viewer came in. */
  sessionId: string;
}

export interface NetworkNode {
  id: number;
  kind: NetworkKind;
}

/** Where an action belongs: what decides who works on it. */
export interface Belonging {
  board: Board;
  lead: NetworkNode;
}

const isAdmin = (viewer: Viewer) => viewer.role === "admin";

/** Create, edit, move: coordinators on the boards that they coordinate, led from their own branch or international. */
export function mayWorkOn(viewer: Viewer, { board, lead }: Belonging): boolean {
  if (isAdmin(viewer)) return true;
  return mayWorkOnBoard(viewer, board) && mayLead(viewer, lead);
}

/** Whether anything on a board can be this viewer's to work on: decides if a board shows the way to a new action. */
export function mayWorkOnBoard(viewer: Viewer, board: Board): boolean {
  return isAdmin(viewer) || (viewer.role === "coordinator" && viewer.boards.includes(board));
}

/** Which networks a viewer may name as an action's lead. */
export function mayLead(viewer: Viewer, network: NetworkNode): boolean {
  return isAdmin(viewer) || network.kind === "international" || viewer.branch.has(network.id);
}

/** Who sees the list of people: those who invite, each within their branch. */
export function maySeePeople(viewer: Viewer): boolean {
  return isAdmin(viewer) || viewer.role === "coordinator";
}

export interface Membership {
  role: Role;
  networkId: number;
}

/** Coordinators invite into their own branch, and never hand out more than they have themselves. */
export function mayInvite(viewer: Viewer, { role, networkId }: Membership): boolean {
  if (isAdmin(viewer)) return true;
  return viewer.role === "coordinator" && INVITED_BY_COORDINATORS.includes(role) && viewer.branch.has(networkId);
}

export const INVITED_BY_COORDINATORS: readonly Role[] = ["observer", "member", "committee"];

/** Change somebody's role, network and boards, suspend and restore: administrators, and nobody to themselves. */
export function mayManage(viewer: Viewer, person: { id: string }): boolean {
  return isAdmin(viewer) && person.id !== viewer.id;
}

/** The tree of networks, the committee's seats, the installation's settings. */
export function mayEditNetworks(viewer: Viewer): boolean {
  return isAdmin(viewer);
}

/** What somebody is told by name and what only by role: mail addresses are for those who invite. */
export function maySeeAddress(viewer: Viewer, person: Membership & { id: string }): boolean {
  return (
    isAdmin(viewer) || person.id === viewer.id || (viewer.role === "coordinator" && viewer.branch.has(person.networkId))
  );
}
