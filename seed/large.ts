import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { count, isNotNull } from "drizzle-orm";
import type { Texts } from "~/features/actions/fields.ts";
import { createAction, moveAction } from "~/features/actions/mutations.server.ts";
import { quarterAfter, quarterOf } from "~/features/actions/quarter.ts";
import { FIRST_STAGES } from "~/features/actions/stage.ts";
import { BOARDS, type Board, isOneOf, LEVELS, PRIORITIES } from "~/words.ts";
import { type Database, openDatabase } from "~db/connection.ts";
import { events, networks } from "~db/schema.ts";
import { seed } from "./load.ts";

/*
 * Large plans for looking and measuring: deterministic, and plainly synthetic, so that nobody takes them for the network's.
 * They stand beside the Geneva planning, entered through the same mutations.
 */

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
 */
export function addSyntheticActions(db: Database, actions: number, now: Date, board?: Board): void {
  const random = randomFrom(20191130);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const leads = db.select({ id: networks.id }).from(networks).all();
  const quarter = quarterOf(now);
  const by = { personId: null, at: now };
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
    });
    if (stage === "done")
      moveAction(db, by, null, { ref, version: 1, stage, outcome: { en: "Made by the generator." } });
  }
}

/** A small generator of numbers from 0 to 1, the same for the same beginning (mulberry32). */
function randomFrom(beginning: number): () => number {
  let state = beginning;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whether a person has done anything: such a database is no place for synthetic actions. */
function isWorkedIn(db: Database): boolean {
  return (db.select({ n: count() }).from(events).where(isNotNull(events.actorId)).get()?.n ?? 0) > 0;
}

function main(): void {
  const { values } = parseArgs({
    options: { actions: { type: "string" }, database: { type: "string" }, board: { type: "string" } },
  });
  const actions = Number(values.actions);
  const { database: file, board } = values;
  if (!Number.isInteger(actions) || actions < 1 || !file || (board !== undefined && !isOneOf(BOARDS, board))) {
    process.stderr.write(`Usage: npm run seed:large -- --actions 1000 --database FILE [--board ${BOARDS.join("|")}]\n`);
    process.exit(1);
  }
  const db = openDatabase(resolve(file));
  // A generated plan can be generated again: waiting for the disk at each of its actions would be for nothing.
  db.$client.pragma("synchronous = OFF");
  const now = new Date();
  seed(db, now);
  if (isWorkedIn(db)) {
    process.stderr.write("People have worked in this database: name another file.\n");
    process.exit(1);
  }
  addSyntheticActions(db, actions, now, board as Board | undefined);
  db.$client.close();
  process.stdout.write(`${actions} synthetic actions are in ${file}. To look: DATABASE=${file} npm start\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
