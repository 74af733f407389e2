import { addDays, subDays } from "date-fns";
import { asc, eq } from "drizzle-orm";
import { type AnswerOutcome, BOARDS, type Board, LANGUAGES, type Language, PRIORITIES } from "~/domain.ts";
import { ancestorsOf, type Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { answerBeginning, seen } from "~/features/suggestions/answer-form.server.ts";
import { pointsFor, publishAnswers, saveAnswer } from "~/features/suggestions/answering.server.ts";
import { choiceName } from "~/features/suggestions/applying.ts";
import type { Content } from "~/features/suggestions/form.server.ts";
import { merge, takeUp } from "~/features/suggestions/handling.server.ts";
import { submitSuggestion, withdrawSuggestion } from "~/features/suggestions/mutations.server.ts";
import { support } from "~/features/suggestions/support.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, suggestions } from "~db/schema.ts";
import type { Proposal } from "~db/stored/suggestions.ts";
import { addPerson } from "./people.ts";
import { picking, randomFrom } from "./random.ts";

/** The days back from now over which the suggestions lie. */
const SPAN = 540;

/** What becomes of a suggestion; those submitted in the last days mostly wait still. */
const FATES = [
  "open",
  "open",
  "taken-up",
  "accepted",
  "partly-accepted",
  "declined",
  "declined",
  "withdrawn",
  "merged",
];

const TITLES: Record<Language, readonly string[]> = {
  en: ["Say who is meant", "Begin one quarter earlier", "Work with trade unions here", "Name the informal economy"],
  fr: [
    "Préciser le public visé",
    "Commencer un trimestre plus tôt",
    "Associer les mutuelles",
    "Nommer l’économie informelle",
  ],
  es: [
    "Precisar a quién se dirige",
    "Empezar un trimestre antes",
    "Trabajar con sindicatos",
    "Nombrar la economía informal",
  ],
  nl: ["Zeg voor wie het is", "Een kwartaal eerder beginnen", "Samen met vakbonden", "Noem de informele economie"],
};

const WHY: Record<Language, string> = {
  en: "Made by the generator: nobody said this.",
  fr: "Produit par le générateur : personne n’a dit cela.",
  es: "Hecho por el generador: nadie ha dicho esto.",
  nl: "Gemaakt door de generator: niemand zei dit.",
};

/**
 * Adds `wanted` synthetic suggestions of synthetic people, some taken up, supported, answered, merged or withdrawn, in the
 * order of time, through the mutations that the screens use.
 *
 * @param now the latest instant at which anything happens
 * @param board where all of them stand; without it they spread over the four
 */
export function addSyntheticSuggestions(db: Database, wanted: number, now: Date, board?: Board): void {
  if (wanted === 0) return;
  const random = randomFrom(20191129);
  const pick = picking(random);
  const networks = allNetworks(db);
  const members = networks.flatMap((network) => syntheticMembers(db, networks, network, subDays(now, SPAN + 1)));
  const coordinator = addPerson(db, networks, "coordinator", 0, networks[0] as Network, subDays(now, SPAN + 1));
  const plan = db
    .select({ id: actions.id, board: actions.board, priority: actions.priority })
    .from(actions)
    .where(board && eq(actions.board, board))
    .orderBy(asc(actions.id))
    .all();

  const steps: { at: Date; run: (at: Date) => void }[] = [];
  for (let number = 1; number <= wanted; number++) {
    const author = pick(members);
    const others = members.filter(({ id }) => id !== author.id);
    const supporters = Array.from({ length: Math.floor(random() ** 3 * 12) }, () => pick(others));
    const content = syntheticContent(number, author, networks, pick(plan), board ?? pick(BOARDS), random);
    const fate = pick(FATES);
    const submitted = subDays(now, random() * SPAN);
    const answered = addDays(submitted, 3 + random() * 45);
    let id = 0;
    steps.push({ at: submitted, run: (at) => (id = submitSuggestion(db, by(author, at), author, content)) });
    for (const one of supporters) {
      steps.push({
        at: addDays(submitted, random() * 3),
        run: (at) => support(db, by(one, at), one, networks, id),
      });
    }
    steps.push({ at: answered, run: (at) => settle(db, at, fate, { id, author, coordinator }) });
  }
  steps.sort((a, b) => +a.at - +b.at);
  for (const { at, run } of steps) if (at <= now) run(at);
}

const by = (viewer: Viewer, at: Date) => ({ personId: viewer.id, at });

function syntheticContent(
  number: number,
  author: Viewer,
  networks: readonly Network[],
  action: Pick<typeof actions.$inferSelect, "id" | "board" | "priority">,
  board: Board,
  random: () => number,
): Content {
  const pick = picking(random);
  const language = pick(LANGUAGES);
  const origin = ancestorsOf(networks, author.networkId)[0] as Network;
  const said = {
    language,
    title: `${pick(TITLES[language])} (${number})`,
    why: WHY[language],
    originId: origin.id,
    voice: "personal" as const,
    mandateById: null,
    mandateOn: null,
    mandateOccasion: null,
  };
  const kind = pick(["amendment", "new-action", "remark"] as const);
  if (kind === "remark") return { ...said, kind, board, actionId: null, baseVersion: null, proposal: {} };
  if (kind === "new-action") {
    const proposal: Proposal = { level: "national", lead: origin.id, sourceLanguage: language };
    proposal[`title.${language}`] = said.title;
    proposal[`description.${language}`] = WHY[language];
    return { ...said, kind, board, actionId: null, baseVersion: null, proposal };
  }
  const priority = pick(PRIORITIES.filter((one) => one !== action.priority));
  const proposal: Proposal = { priority, "expectedResult.en": `What suggestion ${number} expects.` };
  return { ...said, kind, board: action.board, actionId: action.id, baseVersion: 1, proposal };
}

interface Settled {
  id: number;
  author: Viewer;
  coordinator: Viewer;
}

function settle(db: Database, at: Date, fate: string, { id, author, coordinator }: Settled): void {
  const row = db.select().from(suggestions).where(eq(suggestions.id, id)).get();
  if (fate === "open" || !row || row.state === "merged") return;
  if (fate === "taken-up") takeUp(db, by(coordinator, at), coordinator, [id]);
  else if (fate === "withdrawn")
    withdrawSuggestion(db, by(author, at), author, { id, version: row.version, why: "Made by the generator." });
  else if (fate === "merged") {
    const into = db.select({ id: suggestions.id }).from(suggestions).where(eq(suggestions.state, "submitted")).all();
    const other = into.find((one) => one.id !== id);
    if (other) merge(db, by(coordinator, at), coordinator, { id, into: other.id });
  } else answer(db, at, fate as AnswerOutcome, row, coordinator);
}

function answer(
  db: Database,
  at: Date,
  decision: AnswerOutcome,
  row: typeof suggestions.$inferSelect,
  coordinator: Viewer,
): void {
  const action = row.actionId ? db.select().from(actions).where(eq(actions.id, row.actionId)).get() : undefined;
  // In part: the words, and neither the priority nor the description of a new action.
  const left = decision === "partly-accepted" ? ["priority", `description.${row.language}`] : [];
  const points = pointsFor(db, row, action);
  const choices = points.map(({ field }) => [choiceName(field), left.includes(field) ? "now" : "suggested"]);
  const submitted = { ...answerBeginning(row, points, decision), ...Object.fromEntries(choices), ...seen(row, action) };
  const written = { suggestionId: row.id, version: 0, decision, reason: { en: "Made by the generator." }, submitted };
  const saved = saveAnswer(db, by(coordinator, at), coordinator, written);
  if (saved.status === "saved")
    publishAnswers(db, by(coordinator, at), coordinator, [{ suggestionId: row.id, version: saved.version }]);
}

/** Three people who speak for a network, if anybody speaks for it. */
function syntheticMembers(db: Database, networks: readonly Network[], network: Network, at: Date): Viewer[] {
  if (network.kind !== "national" && network.kind !== "continental") return [];
  return [1, 2, 3].map((number) => addPerson(db, networks, "member", number, network, at));
}
