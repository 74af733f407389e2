import type { Adoption, Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { actionSubject, boardSubject } from "~/features/core/notifications/notice.ts";
import { coordinatorsOf, followersOf, notify } from "~/features/core/notifications/notify.server.ts";
import { mayAnswerAs, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { plainFields } from "~/features/plan/actions/columns.server.ts";
import { pickFields } from "~/features/plan/actions/fields.ts";
import { enterAction } from "~/features/plan/actions/mutations.server.ts";
import { type ActionRow, readTexts } from "~/features/plan/actions/row.server.ts";
import { actionWithLead } from "~/features/plan/actions/workable.server.ts";
import { sameValue } from "~/lib/same-value.ts";
import { withTexts } from "~/lib/translations.ts";
import type { Database } from "~db/connection.ts";
import { loadLink, ownAction, refOf, saveLink, strengthenable } from "./mutations.server.ts";
import { NEW_ACTION } from "./schemas.ts";

export interface NetworkAnswer {
  ref: string;
  networkId: number;
  version: number;
  answer: Adoption;
  /**
   * A note; the reason where it is declined. The note's other languages stay while the answer is the same; a new answer
   * drops them, because they explained the old one.
   */
  note: Translated | null;
  /** `new` for one created from this one, the reference of one that the network leads, null for none. */
  own: typeof NEW_ACTION | (string & {}) | null;
}

export type Answered =
  | { status: "answered"; own: string | null }
  | { status: "unchanged" | "stale" | "reason-missing" | "not-their-action" | "own-with-declined" };

/**
 * Answers as a network to an action that strengthens it, or changes the answer. Its own action is created in the same
 * transaction: proposed on the same board, led by the network on its level, with the texts of the one that it comes from.
 * The coordinators of the board and those who follow are told.
 *
 * @throws Refusal 404 for an unknown action, or one that does not strengthen the network; 403 for those who may not answer
 *   as it
 */
export function answerAsNetwork(db: Database, by: By, viewer: Viewer, given: NetworkAnswer): Answered {
  return change(db, by, (tx, record): Answered => {
    const { ref, networkId, answer, own } = given;
    const row = actionWithLead(tx, { ref });
    const link = loadLink(tx, row.id, networkId);
    const network = strengthenable(tx, networkId);
    if (!mayAnswerAs(viewer, network)) throw new Refusal(403, `${viewer.role} may not answer as network ${networkId}`);
    if (link.version !== given.version) return { status: "stale" };
    const note = withTexts(answer === link.answer ? link.note : null, given.note ?? {});
    if (answer === "declined" && !note) return { status: "reason-missing" };
    if (answer === "declined" && own === NEW_ACTION) return { status: "own-with-declined" };

    const named = own && own !== NEW_ACTION ? ownAction(tx, row.id, own, [networkId]) : null;
    if (named === undefined) return { status: "not-their-action" };
    const before = { answer: link.answer, note: link.note, ownAction: refOf(tx, link.ownActionId) };
    const its = own === NEW_ACTION ? createOwn(tx, record, by, row, network) : named;
    const after = { answer, note, ownAction: its?.ref ?? null };
    if (sameValue(before, after)) return { status: "unchanged" };

    saveLink(tx, link, { answer, note, ownActionId: its?.id ?? null, answeredById: by.personId, answeredAt: by.at });
    const event = record({
      kind: "link.answered",
      board: row.board,
      actionId: row.id,
      networkId,
      before,
      after,
    });
    const audience = coordinatorsOf(tx, row.board, followersOf(tx, actionSubject(row.id), boardSubject(row.board)));
    notify(tx, by, event, actionSubject(row.id), audience);
    return { status: "answered", own: its?.ref ?? null };
  });
}

/** The fields in which a network's own action begins as the one that it comes from. */
const TAKEN_OVER = ["board", "priority", "principles", "sourceLanguage", "actionKind"] as const;

/** The network's own action, as the beginning of what it makes of this one. */
function createOwn(tx: Transaction, record: RecordEvent, by: By, from: ActionRow, network: NetworkNode) {
  return enterAction(tx, record, by, {
    ...pickFields(plainFields(from), TAKEN_OVER),
    stage: "proposed",
    level: network.kind === "continental" ? "continental" : "national",
    lead: network.id,
    // With whom and when it does it is for the network to say.
    partners: [],
    start: null,
    due: null,
    texts: readTexts(tx, from.id),
    origin: "direct",
  });
}
