import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import type { By, Transaction } from "~/features/core/history/change.server.ts";
import { descendantsOf } from "~/features/core/network-tree.ts";
import { actionSubject, decisionSubject, reviewSubject } from "~/features/core/notifications/notice.ts";
import {
  type Audience,
  add,
  coordinatorsOf,
  followersOf,
  notify,
} from "~/features/core/notifications/notify.server.ts";
import { voicesIn } from "~/features/suggestions/voices.server.ts";
import { decisionConcerns, type decisions } from "~db/schema/committee.ts";
import { networks, people, seats } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";

/* Who is told of the committee's decisions, in the transaction of what they are told of. */

type Row = typeof decisions.$inferSelect;

/** The seats whose stand a decision waits for. */
export function notifyOfProposal(tx: Transaction, by: By, eventId: number, { id }: Pick<Row, "id">): void {
  notify(tx, by, eventId, decisionSubject(id), seated(tx));
}

/**
 * An adopted decision: its doer, the seats, who follows the actions concerned and coordinates where they are led from, and
 * those with a voice in the suggestions concerned.
 */
export function notifyOfAdoption(tx: Transaction, by: By, eventId: number, decision: Row): void {
  const audience = concerned(tx, decision.id, doersOf(tx, decision));
  notify(tx, by, eventId, decisionSubject(decision.id), seated(tx, audience));
}

/** One that is not adopted or is withdrawn: the seats that were asked, and whoever proposed it. */
export function notifyOfRejection(tx: Transaction, by: By, eventId: number, decision: Row): void {
  const audience = add(new Map(), [decision.proposedById], "author");
  notify(tx, by, eventId, decisionSubject(decision.id), seated(tx, audience));
}

/** One that is carried out: whoever proposed it. */
export function notifyOfDone(tx: Transaction, by: By, eventId: number, decision: Row): void {
  const audience = add(new Map(), [decision.proposedById], "author");
  notify(tx, by, eventId, decisionSubject(decision.id), concerned(tx, decision.id, audience));
}

/** One that falls due: whoever is to do it. */
export function notifyOfDue(tx: Transaction, by: By, eventId: number, decision: Row): void {
  notify(tx, by, eventId, decisionSubject(decision.id), doersOf(tx, decision));
}

/** What was decided, when a review is closed: for the seats and for everyone who is more than an observer. */
export function notifyOfClosing(tx: Transaction, by: By, eventId: number, reviewId: number): void {
  const everyone = tx.select({ id: people.id }).from(people).where(ne(people.role, "observer")).all();
  notify(tx, by, eventId, reviewSubject(reviewId), add(seated(tx), ids(everyone), "member"));
}

/** The accounts to which seats are tied. */
function seated(tx: Transaction, audience: Audience = new Map()): Audience {
  const tied = tx.select({ id: seats.personId }).from(seats).where(isNotNull(seats.personId)).all();
  return add(
    audience,
    tied.flatMap(({ id }) => id ?? []),
    "seat",
  );
}

/** The person who does it, or else the people of the network that does. */
function doersOf(tx: Transaction, { doerId, doerNetworkId }: Row): Audience {
  if (doerId || !doerNetworkId) return add(new Map(), doerId ? [doerId] : [], "doer");
  const own = tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.networkId, doerNetworkId), ne(people.role, "observer")))
    .all();
  return add(new Map(), ids(own), "doer");
}

function concerned(tx: Transaction, decisionId: number, audience: Audience): Audience {
  const found = tx
    .select({ actionId: actions.id, board: actions.board, leadId: actions.leadId, to: decisionConcerns.suggestionId })
    .from(decisionConcerns)
    .leftJoin(actions, eq(actions.id, decisionConcerns.actionId))
    .where(eq(decisionConcerns.decisionId, decisionId))
    .all();
  const subjects = found.flatMap(({ actionId }) => (actionId ? [actionSubject(actionId)] : []));
  if (subjects.length > 0) add(audience, followersOf(tx, ...subjects).keys(), "follower");
  const led = found.flatMap(({ board, leadId }) => (board && leadId ? [{ board, leadId }] : []));
  add(audience, coordinatorsOfLeads(tx, led), "coordinator");
  for (const { to } of found) if (to) voicesIn(tx, to, audience);
  return audience;
}

/** The coordinators who work on these actions: of their board, led internationally or from their branch. */
function coordinatorsOfLeads(tx: Transaction, led: readonly { board: Board; leadId: number }[]): string[] {
  if (led.length === 0) return [];
  const tree = tx.select({ id: networks.id, kind: networks.kind, parentId: networks.parentId }).from(networks).all();
  const international = new Set(tree.filter(({ kind }) => kind === "international").map(({ id }) => id));
  const boards = [...new Set(led.map(({ board }) => board))];
  const asked = new Map(boards.map((board) => [board, [...coordinatorsOf(tx, board).keys()]]));
  const homes = tx
    .select({ id: people.id, networkId: people.networkId })
    .from(people)
    .where(inArray(people.id, [...new Set([...asked.values()].flat())]))
    .all();
  const branches = new Map(homes.map(({ id, networkId }) => [id, descendantsOf(tree, networkId)]));
  return led.flatMap(({ board, leadId }) =>
    (asked.get(board) ?? []).filter((id) => international.has(leadId) || branches.get(id)?.has(leadId)),
  );
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
