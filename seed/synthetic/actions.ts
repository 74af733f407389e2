import "~/listeners.server.ts";
import { BOARDS, type Board, LEVELS, PRIORITIES } from "~/domain.ts";
import type { Texts } from "~/features/plan/actions/fields.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { createAction } from "~/features/plan/actions/mutations.server.ts";
import { FIRST_STAGES } from "~/features/plan/actions/stage.ts";
import { quarterAfter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema.ts";
import { picking, randomFrom } from "./random.ts";

/** The stages of a large plan, evenly: the four in which work is open, and done. */
const SPREAD = [...FIRST_STAGES, "done"] as const;

/** Turns of phrase that make titles of the length that people write: 45 to 90 characters. */
const BEGINNINGS = [
  "Prepare",
  "Strengthen",
  "Follow up",
  "Document",
  "Bring together",
  "Publish",
  "Negotiate",
  "Evaluate",
];
const THINGS = [
  "the dialogue with ministries",
  "a joint position",
  "the exchange of experience",
  "a study with members",
  "a seminar",
  "a training course",
  "the campaign",
];
const SUBJECTS = [
  "on health mutuals",
  "on pensions for all",
  "on the rights of migrant workers",
  "on the informal economy",
  "on child benefits",
  "on sustainable financing",
];
const PLACES = [
  "in three countries",
  "with trade unions",
  "with young members",
  "at continental level",
  "before the budget debate",
];

/**
 * Adds `actions` synthetic actions.
 *
 * @param now decides the quarters around which they lie
 * @param board where all of them stand; without it they spread over the four
 * @param entered when they were entered, where a history is to follow
 */
export function addSyntheticActions(db: Database, actions: number, now: Date, board?: Board, entered = now): void {
  const random = randomFrom(20191130);
  const pick = picking(random);
  const leads = db.select({ id: networks.id }).from(networks).all();
  const quarter = quarterOf(now);
  const by = { personId: null, at: entered };
  for (let number = 1; number <= actions; number++) {
    const name = `Synthetic ${String(number).padStart(4, "0")}: ${pick(BEGINNINGS).toLowerCase()} ${pick(THINGS)} ${pick(SUBJECTS)} ${pick(PLACES)}`;
    const texts: Texts = {
      en: { title: name, description: `Made by the generator, number ${number}.`, expectedResult: "" },
    };
    if (random() < 0.3)
      texts.fr = { title: `Synthétique ${number} : action d’essai`, description: "", expectedResult: "" };
    const stage = SPREAD[number % SPREAD.length] as (typeof SPREAD)[number];
    const start = Math.floor(random() * 8) - 6;
    const { ref } = createAction(db, by, null, {
      board: board ?? (BOARDS[number % BOARDS.length] as Board),
      stage: stage === "done" ? "under-review" : stage,
      priority: pick(PRIORITIES),
      level: pick(LEVELS),
      lead: pick(leads).id,
      partners: [],
      principles: [],
      start: quarterAfter(quarter, start),
      due: random() < 0.1 ? null : quarterAfter(quarter, start + 1 + Math.floor(random() * 8)),
      sourceLanguage: "en",
      texts,
      origin: "direct",
      actionKind: null,
    });
    if (stage === "done")
      moveAction(db, by, null, { ref, version: 1, stage, outcome: { en: "Made by the generator." } });
  }
}
