import { eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { FieldChange } from "~/features/core/history/field-change.ts";
import { changesOf } from "~/features/core/history/lines.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { isFollowing } from "~/features/core/notifications/follow.server.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import {
  isUnanswered,
  mayAnswer,
  mayAnswerOn,
  mayReword,
  maySuggest,
  maySupport,
  type Viewer,
} from "~/features/core/policy.ts";
import { actionAtVersion } from "~/features/plan/actions/as-of.server.ts";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { nameOfPerson } from "~/features/plan/actions/responsible.server.ts";
import { commentsOn, linkTalk, type TalkQuery, textsOfTalk } from "~/features/plan/comments/queries.server.ts";
import { loadReferences, type References } from "~/features/plan/references/references.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import type { FieldName } from "~db/stored/action-fields.ts";
import type { Proposal } from "~db/stored/suggestions.ts";
import { pointsFor } from "./answering.server.ts";
import { isEdited, isTaken } from "./applying.ts";
import {
  actionsNamed,
  answerTo,
  earlierWordings,
  findSuggestion,
  mergedInto,
  type SuggestionRow,
  voicesFor,
} from "./queries.server.ts";
import { voiceOf } from "./support.server.ts";

interface ScreenContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
}

/** Everything that a suggestion's page shows, as plain data; undefined for an unknown one. 12 statements at most. */
export function suggestionScreen(
  db: Database,
  { viewer, networks, language }: ScreenContext,
  id: number,
  talk: TalkQuery,
) {
  const found = findSuggestion(db, id);
  if (!found) return undefined;
  const { row, author, origin, mandator, workshop, mergedInto: remaining } = found;
  const named = actionsNamed(db, [row.actionId, row.resultId], language);
  const carrier = row.countsForId ?? row.id;
  const voices = voicesFor(db, carrier, language);
  const { key } = voiceOf(viewer, networks);
  const answer = answerTo(db, row.id);
  const published = answer?.answer.publishedAt ? answer : null;
  const answers = mayAnswer(viewer, row);
  const open = isUnanswered(row);
  const earlier = earlierWordings(db, id);
  const comments = commentsOn(db, { suggestionId: id }, talk, { viewer });
  const texts = [
    row.why,
    ...earlier.map(({ why }) => why),
    ...Object.values(published?.answer.reason ?? {}),
    ...textsOfTalk(comments),
  ];
  const references = loadReferences(db, texts, language);
  return {
    id,
    kind: row.kind,
    state: row.state,
    board: row.board,
    title: row.title,
    author,
    version: row.version,
    lang: foreign(row.language, language),
    language: row.language,
    why: row.why && renderMarkdown(row.why, references),
    origin: { slug: origin.slug, name: origin.names[language], kind: origin.kind },
    voice: row.voice,
    mandate: mandator && {
      by: mandator[language],
      on: row.mandateOn ? Date.parse(`${row.mandateOn}T00:00:00Z`) : null,
      occasion: row.mandateOccasion ?? "",
    },
    workshop: workshop && { occasion: workshop.occasion, on: Date.parse(`${workshop.heldOn}T00:00:00Z`) },
    submittedAt: +row.submittedAt,
    responseDue: +row.responseDue,
    takenUpAt: row.takenUpAt && +row.takenUpAt,
    putOffUntil: row.putOffUntil ? Date.parse(`${row.putOffUntil}T00:00:00Z`) : null,
    asked: row.askedAt !== null,
    closedAt: row.closedAt && +row.closedAt,
    closedWhy: row.closedWhy,
    about: (row.actionId && named.get(row.actionId)) || null,
    result: (row.resultId && named.get(row.resultId)) || null,
    ...proposed(db, row, row, { networks, language }),
    movedOn: open && movedOn(db, row),
    earlier: earlier.map((wording) => ({
      wording: wording.wording,
      title: wording.title,
      until: +wording.until,
      why: wording.why && renderMarkdown(wording.why, references),
      ...proposed(db, row, wording, { networks, language }),
    })),
    ...supportShown(voices),
    merged: carrier === id ? mergedInto(db, id, language) : [],
    mergedInto: remaining,
    answer: published && {
      decision: published.answer.decision,
      reasons: reasonsOf(published.answer.reason, language, references),
      by: published.by,
      at: +(published.answer.publishedAt ?? 0),
      taken: takenFields(db, row, published.answer.formValues, published.answer.decision, { networks, language }),
    },
    savedAnswer: answers && open && answer ? { by: answer.by, at: +answer.answer.updatedAt } : null,
    comments: linkTalk(comments, references),
    following: isFollowing(db, viewer, suggestionSubject(id)),
    supported: voices.some(({ voiceOf: one }) => one === key),
    may: {
      support: maySupport(viewer, row),
      withdrawSupport: maySuggest(viewer) && (open || (remaining !== null && isUnanswered(remaining))),
      comment: maySuggest(viewer),
      reword: mayReword(viewer, row),
      answer: answers && open,
      // Said to a coordinator who looks for the way to answer what is their own.
      ownToAnswer: open && !answers && mayAnswerOn(viewer, row.board),
      unmerge: answers && row.state === "merged" && remaining !== null && isUnanswered(remaining),
    },
  };
}

export type SuggestionScreen = NonNullable<ReturnType<typeof suggestionScreen>>;

/** What a wording proposes: the fields of an amendment as they would change, the texts of a new action. */
export function proposed(
  db: Database,
  row: SuggestionRow,
  { proposal }: { proposal: Proposal },
  { networks, language }: { networks: readonly Network[]; language: Language },
): { changes: FieldChange[]; texts: { field: string; text: string }[] } {
  if (row.kind === "amendment" && row.actionId) {
    const base = actionAtVersion(db, row.actionId, row.baseVersion ?? 1) ?? {};
    const before = Object.fromEntries(Object.keys(proposal).map((name) => [name, base[name as never] ?? null]));
    const known = { language, networkName: namesOf(networks, language), personName: nameOfPerson(db) };
    return { changes: changesOf(before, proposal, known), texts: [] };
  }
  const texts = (["description", "expectedResult"] as const).flatMap((field) => {
    const text = proposal[`${field}.${row.language}`];
    return text ? [{ field, text }] : [];
  });
  return { changes: [], texts };
}

export const namesOf = (networks: readonly Network[], language: Language) => (id: number) =>
  networks.find((network) => network.id === id)?.names[language] ?? null;

/** A reason in the reader's language first, then in the others in which it was written. */
export function reasonsOf(reason: Partial<Record<Language, string>>, language: Language, references?: References) {
  const written = Object.entries(reason).filter(([, text]) => text) as [Language, string][];
  return written
    .sort(([a], [b]) => Number(b === language) - Number(a === language))
    .map(([lang, text]) => ({ lang, html: renderMarkdown(text, references) }));
}

/** Who supports a suggestion, and how many voices they are, by the kind of network that each speaks from. */
export function supportShown(voices: ReturnType<typeof voicesFor>) {
  return {
    tallies: {
      national: tally(voices, "national"),
      continental: tally(voices, "continental"),
      other: tally(voices, "international"),
    },
    voices: voices.map(({ voiceOf: _, ...voice }) => voice),
  };
}

function tally(voices: { originKind: string | null; voiceOf: string }[], kind: string): number {
  const of = voices.filter(({ originKind }) => (originKind ?? "international") === kind);
  return new Set(of.map(({ voiceOf: one }) => one)).size;
}

/** Whether the plan has changed meanwhile where an amendment would change it. */
function movedOn(db: Database, row: SuggestionRow): boolean {
  if (row.kind !== "amendment" || !row.actionId) return false;
  const action = db.select().from(actions).where(eq(actions.id, row.actionId)).get();
  return pointsFor(db, row, action).some(({ state }) => state !== "open");
}

/** Which of the suggested fields an answer took, which in other words, and which it left; null where it took all as suggested. */
function takenFields(
  db: Database,
  row: SuggestionRow,
  submitted: Record<string, string | string[]>,
  decision: string,
  known: { networks: readonly Network[]; language: Language },
): { taken: string[]; edited: string[]; left: string[] } | null {
  if (decision === "declined" || row.kind === "remark") return null;
  const { changes, texts } = proposed(db, row, row, known);
  const fields = (
    row.kind === "amendment" ? Object.keys(row.proposal) : texts.map(({ field }) => `${field}.${row.language}`)
  ) as FieldName[];
  const edited = fields.filter((field) => isEdited(submitted, field));
  // What was accepted whole, in the words of its author, need not be told field by field.
  if (changes.length + texts.length === 0 || (decision === "accepted" && edited.length === 0)) return null;
  const taken = fields.filter(
    (field) => !edited.includes(field) && (decision === "accepted" || isTaken(submitted, field)),
  );
  return { taken, edited, left: fields.filter((field) => !taken.includes(field) && !edited.includes(field)) };
}
