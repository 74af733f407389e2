import {
  BOARDS,
  type Board,
  type Density,
  isOneOf,
  type Language,
  type NetworkKind,
  type ReviewState,
  type Role,
  type SuggestionState,
  UNANSWERED_STATES,
} from "~/domain.ts";

/*
 * Who may do what (docs/features.md describes the roles): the one policy. Pure functions over (viewer, thing), used by every loader and
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
  /** The viewer's network and every network above it. */
  line: ReadonlySet<number>;
  language: Language | null;
  /** An IANA name; null until it is known. */
  timeZone?: string | null;
  /** How closely the boards are set for them; comfortable where it is absent. */
  density?: Density;
  /** Whether keys of one letter work for them; they do where it is absent. */
  singleKeys?: boolean;
  /** The session by which the viewer came in. */
  sessionId: string;
}

/** Who changes something: a person under the policy, or the seed, which is nobody and may do all. */
export type Actor = Viewer | null;

export interface NetworkNode {
  id: number;
  kind: NetworkKind;
}

/** Where an action belongs: what decides who works on it. */
export interface ActionScope {
  board: Board;
  lead: NetworkNode;
}

const isAdmin = (viewer: Viewer) => viewer.role === "admin";

/** Create, edit, move: coordinators on the boards that they coordinate, led from their own branch or international. */
export function mayWorkOn(viewer: Viewer, { board, lead }: ActionScope): boolean {
  if (isAdmin(viewer)) return true;
  return mayWorkOnBoard(viewer, board) && mayLead(viewer, lead);
}

/** Whether anything on a board can be this viewer's to work on: decides if a board shows the way to a new action. */
export function mayWorkOnBoard(viewer: Viewer, board: Board): boolean {
  return isAdmin(viewer) || (viewer.role === "coordinator" && viewer.boards.includes(board));
}

/** Enter, change and retire the templates of a board, and make actions from them: those who may enter actions there. */
export function mayEditTemplates(viewer: Viewer, board: Board): boolean {
  return mayWorkOnBoard(viewer, board);
}

/** Keep a view of a board or of the whole plan for all: those who work on it. For oneself everyone may. */
export function maySaveForAll(viewer: Viewer, board: Board | "plan"): boolean {
  return board === "plan" ? BOARDS.some((one) => mayWorkOnBoard(viewer, one)) : mayWorkOnBoard(viewer, board);
}

/** Rename and remove a kept view: its owner, and administrators those that are for all. */
export function mayChangeView(viewer: Viewer, view: { ownerId: string; forAll: boolean }): boolean {
  return view.ownerId === viewer.id || (isAdmin(viewer) && view.forAll);
}

/**
 * Enter and change what a board's register holds: those who work on the board, for networks that they may lead for; where
 * the networks keep it themselves, whoever answers for the network too.
 */
export function mayEditEntry(
  viewer: Viewer,
  { board, network, maintainers }: { board: Board; network: NetworkNode; maintainers: "coordinators" | "networks" },
): boolean {
  return mayWorkOn(viewer, { board, lead: network }) || (maintainers === "networks" && mayAnswerAs(viewer, network));
}

/** Enter by which rates amounts of money are counted together: those who work on the financing board. */
export function mayEnterRates(viewer: Viewer): boolean {
  return mayWorkOnBoard(viewer, "financing");
}

/** Which networks a viewer may name as an action's lead. */
export function mayLead(viewer: Viewer, network: NetworkNode): boolean {
  return isAdmin(viewer) || network.kind === "international" || viewer.branch.has(network.id);
}

/**
 * Who may be responsible for an action: an account of the lead network's branch; where the international network leads, any.
 * Whether the account is still open is not asked here: somebody who has left stays named until somebody else is.
 *
 * @param branch the lead network and every network below it
 */
export function mayBeResponsible(
  person: { networkId: number },
  lead: NetworkNode,
  branch: ReadonlySet<number>,
): boolean {
  return lead.kind === "international" || branch.has(person.networkId);
}

/** Suggest, support, comment on suggestions and actions, enter what was said at a workshop: everyone but observers. */
export function maySuggest(viewer: Viewer): boolean {
  return viewer.role !== "observer";
}

/** Edit and withdraw a comment: its author, as long as it is not withdrawn. */
export function mayChangeComment(viewer: Viewer, comment: { authorId: string; withdrawnAt: Date | null }): boolean {
  return maySuggest(viewer) && comment.authorId === viewer.id && comment.withdrawnAt === null;
}

/** For which national and continental networks somebody may speak: those of their branch, and those that it belongs to. */
export function maySpeakFor(viewer: Viewer, network: NetworkNode): boolean {
  if (!maySuggest(viewer) || (network.kind !== "national" && network.kind !== "continental")) return false;
  return isAdmin(viewer) || viewer.branch.has(network.id) || viewer.line.has(network.id);
}

/** Which organisations and networks may have charged somebody to speak for them. */
export function maySpeakUnderMandateOf(viewer: Viewer, network: NetworkNode): boolean {
  return takesPartIn(viewer, network);
}

/** Whether somebody who may suggest belongs to a network: below it, or above it as far as their own branch goes. */
function takesPartIn(viewer: Viewer, network: NetworkNode): boolean {
  return maySuggest(viewer) && (isAdmin(viewer) || viewer.branch.has(network.id) || viewer.line.has(network.id));
}

/**
 * Answer as a network that an action strengthens: a member for their own network, committee and coordinators for those of
 * their branch.
 */
export function mayAnswerAs(viewer: Viewer, network: NetworkNode): boolean {
  if (isAdmin(viewer)) return true;
  if (viewer.role === "observer") return false;
  if (viewer.role !== "member") return viewer.branch.has(network.id);
  return network.id === viewer.networkId || (network.kind === "national" && viewer.line.has(network.id));
}

export interface Suggested {
  authorId: string;
  board: Board;
  state: SuggestionState;
}

/** Whether a suggestion still waits for its answer. */
export function isUnanswered({ state }: Pick<Suggested, "state">): boolean {
  return isOneOf(UNANSWERED_STATES, state);
}

/** Answer suggestions on a board: its coordinators. The branch decides about actions, not answers. */
export function mayAnswerOn(viewer: Viewer, board: Board): boolean {
  return mayWorkOnBoard(viewer, board);
}

/**
 * Take up, put off, ask, merge, answer a suggestion: the coordinators of its board, but nobody their own. An administrator
 * answers on every board, so that a coordinator's suggestion always finds somebody else. In SQL the rule is `answerableSql`
 * (suggestions/inbox.server.ts).
 */
export function mayAnswer(viewer: Viewer, { board, authorId }: Pick<Suggested, "board" | "authorId">): boolean {
  return mayAnswerOn(viewer, board) && authorId !== viewer.id;
}

/**
 * Let an answer change an action, or make one: who could have made that very change themselves. `leads` are the lead
 * networks before and after it.
 */
export function mayApplyAnswer(viewer: Viewer, board: Board, leads: readonly NetworkNode[]): boolean {
  return leads.every((lead) => mayWorkOn(viewer, { board, lead }));
}

/** Reword and withdraw: its author, until it is answered. */
export function mayReword(viewer: Viewer, suggestion: Suggested): boolean {
  return maySuggest(viewer) && suggestion.authorId === viewer.id && isUnanswered(suggestion);
}

/** Give and take back a voice: everyone who suggests, but not for what they suggested themselves. */
export function maySupport(viewer: Viewer, suggestion: Suggested): boolean {
  return maySuggest(viewer) && suggestion.authorId !== viewer.id && isUnanswered(suggestion);
}

/** Open and close a review, correct a closed one, set how the committee decides. */
export function mayOpenReviews(viewer: Viewer): boolean {
  return isAdmin(viewer);
}

/** Prepare a review (its date, link and agenda) and lead its meeting, write the report of a year. */
export function mayPrepareReviews(viewer: Viewer): boolean {
  return isAdmin(viewer) || viewer.role === "coordinator";
}

/** A seat of the committee as far as the policy asks: the account that it is tied to, if any. */
export interface SeatHeld {
  personId: string | null;
  networkId: number;
}

/** Assess, say something to a decision, sign off: whoever holds the seat, and for that seat alone. */
export function maySpeakForSeat(viewer: Viewer, seat: SeatHeld): boolean {
  return seat.personId === viewer.id && viewer.role !== "observer";
}

/** Assess an action, propose a decision and adopt it under the rule: whoever holds a seat, and administrators. */
export function maySitInReview(viewer: Viewer, seats: readonly SeatHeld[]): boolean {
  return isAdmin(viewer) || seats.some((seat) => maySpeakForSeat(viewer, seat));
}

/** Write a continental network's view of the quarter and report back to it: the seats of that continent. */
export function mayAlign(viewer: Viewer, network: NetworkNode, seats: readonly SeatHeld[]): boolean {
  if (network.kind !== "continental") return false;
  return isAdmin(viewer) || seats.some((seat) => maySpeakForSeat(viewer, seat) && seat.networkId === network.id);
}

/**
 * Read a continental network's view: its branch, those who hold a seat and those who prepare the review; everybody once
 * the review is closed. Observers read what is closed.
 */
export function mayReadView(
  viewer: Viewer,
  network: NetworkNode,
  review: { state: ReviewState },
  seats: readonly SeatHeld[],
): boolean {
  if (review.state === "closed" || mayPrepareReviews(viewer) || maySitInReview(viewer, seats)) return true;
  return mayCommentOnView(viewer, network);
}

/** Comment on a continental network's view: its branch. */
export function mayCommentOnView(viewer: Viewer, network: NetworkNode): boolean {
  return takesPartIn(viewer, network);
}

/** See the address of a review's video meeting: everyone but observers. */
export function maySeeMeetingLink(viewer: Viewer): boolean {
  return viewer.role !== "observer";
}

/** Say, when the rule alone does not, that the committee did not adopt a decision: whoever chairs, and confirms it. */
export function mayChairDecisions(viewer: Viewer): boolean {
  return isAdmin(viewer);
}

/** Withdraw a decision that is not decided yet: whoever proposed it, and administrators. */
export function mayWithdraw(viewer: Viewer, { proposedById }: { proposedById: string }): boolean {
  return isAdmin(viewer) || (viewer.id === proposedById && viewer.role !== "observer");
}

/** Say that a decision is carried out: whoever it names, or whose network it names, those who prepare reviews. */
export function mayCarryOut(viewer: Viewer, doer: { personId: string | null; networkId: number | null }): boolean {
  if (mayPrepareReviews(viewer) || doer.personId === viewer.id) return true;
  return doer.networkId !== null && viewer.role !== "observer" && viewer.branch.has(doer.networkId);
}

/** Who sets within how many days a board answers. */
export function maySetResponseDeadlines(viewer: Viewer): boolean {
  return isAdmin(viewer);
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
