import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Board, Language, NetworkKind, Stage } from "~/domain.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { networks, people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { answers, suggestions, suggestionWordings, supports, workshops } from "~db/schema/suggestions.ts";

export type SuggestionRow = typeof suggestions.$inferSelect;

/** An action that a suggestion is about or that came of it, as screens name it. */
export interface NamedAction {
  id: number;
  ref: string;
  board: Board;
  stage: Stage;
  title: string;
  lang: Language | null;
}

/** A suggestion with the names of whom and what it speaks of. 1 statement. */
export function findSuggestion(db: Database, id: number) {
  const origin = alias(networks, "origin");
  const mandator = alias(networks, "mandator");
  const remaining = alias(suggestions, "remaining");
  return db
    .select({
      row: suggestions,
      author: people.name,
      origin: { slug: origin.slug, kind: origin.kind, names: origin.names },
      mandator: mandator.names,
      workshop: workshops,
      mergedInto: { id: remaining.id, title: remaining.title, state: remaining.state },
    })
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.authorId))
    .innerJoin(origin, eq(origin.id, suggestions.originId))
    .leftJoin(mandator, eq(mandator.id, suggestions.mandateById))
    .leftJoin(workshops, eq(workshops.id, suggestions.workshopId))
    .leftJoin(remaining, eq(remaining.id, suggestions.mergedIntoId))
    .where(eq(suggestions.id, Number.isInteger(id) ? id : 0))
    .get();
}

/** The actions of some ids, named in the reader's language. 1 statement, none for no ids. */
export function actionsNamed(db: Database, ids: (number | null)[], language: Language): Map<number, NamedAction> {
  const wanted = [...new Set(ids.filter((id): id is number => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = db
    .select({
      id: actions.id,
      ref: actions.ref,
      board: actions.board,
      stage: actions.stage,
      ...titleIn(language),
    })
    .from(actions)
    .where(inArray(actions.id, wanted))
    .all();
  return new Map(rows.map(({ lang, ...row }) => [row.id, { ...row, lang: foreign(lang, language) }]));
}

/** A voice for a suggestion, or for one that was merged into it: of an organisation, or of a person who has none. */
export interface VoiceGiven {
  /** The organisation, or the person. */
  name: string;
  organisation: boolean;
  origin: string | null;
  originKind: NetworkKind | null;
  /** The suggestion for which it was given. */
  suggestionId: number;
  voiceOf: string;
}

/** Who supports a suggestion, with what was merged into it, by origin and name. 1 statement. */
export function voicesFor(db: Database, suggestionId: number, language: Language): VoiceGiven[] {
  const organisation = alias(networks, "organisation");
  const origin = alias(networks, "origin");
  return db
    .select({
      person: people.name,
      organisation: organisation.names,
      origin: origin.names,
      originKind: origin.kind,
      suggestionId: supports.suggestionId,
      voiceOf: supports.voiceOf,
    })
    .from(supports)
    .innerJoin(suggestions, eq(suggestions.id, supports.suggestionId))
    .innerJoin(people, eq(people.id, supports.personId))
    .leftJoin(organisation, eq(organisation.id, supports.organisationId))
    .leftJoin(origin, eq(origin.id, supports.originId))
    .where(eq(suggestions.countsForId, suggestionId))
    .orderBy(asc(supports.id))
    .all()
    .map(({ person, organisation: names, origin: from, ...voice }) => ({
      ...voice,
      name: names ? names[language] : person,
      organisation: names !== null,
      origin: from?.[language] ?? null,
    }));
}

/** What was merged into a suggestion, each with its author and origin. 1 statement. */
export function mergedInto(db: Database, suggestionId: number, language: Language) {
  return db
    .select({
      id: suggestions.id,
      title: suggestions.title,
      lang: suggestions.language,
      author: people.name,
      origin: networks.names,
    })
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.authorId))
    .innerJoin(networks, eq(networks.id, suggestions.originId))
    .where(and(eq(suggestions.countsForId, suggestionId), sql`${suggestions.id} <> ${suggestionId}`))
    .orderBy(asc(suggestions.id))
    .all()
    .map(({ origin, ...row }) => ({ ...row, origin: origin[language] }));
}

/** The answer to a suggestion, kept or published, with the name of who wrote it. 1 statement. */
export function answerTo(db: Database, suggestionId: number) {
  return db
    .select({ answer: answers, by: people.name })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.writtenById))
    .where(eq(answers.suggestionId, suggestionId))
    .get();
}

/** How a suggestion read before, the latest first. 1 statement. */
export function earlierWordings(db: Database, suggestionId: number) {
  return db
    .select()
    .from(suggestionWordings)
    .where(eq(suggestionWordings.suggestionId, suggestionId))
    .orderBy(desc(suggestionWordings.wording))
    .all();
}

/** The suggestions that shaped an action, or would: by continent and country, for its page. 1 statement. */
export function relatedSuggestions(db: Database, actionId: number, language: Language) {
  const above = alias(networks, "above");
  const counted = alias(suggestions, "counted");
  return db
    .select({
      id: suggestions.id,
      kind: suggestions.kind,
      state: suggestions.state,
      title: suggestions.title,
      lang: suggestions.language,
      author: people.name,
      resultId: counted.resultId,
      outcome: counted.state,
      origin: networks.names,
      originKind: networks.kind,
      above: above.names,
    })
    .from(suggestions)
    .innerJoin(counted, eq(counted.id, suggestions.countsForId))
    .innerJoin(people, eq(people.id, suggestions.authorId))
    .innerJoin(networks, eq(networks.id, suggestions.originId))
    .leftJoin(above, eq(above.id, networks.parentId))
    .where(
      sql`${suggestions.id} in (
        select id from suggestions where action_id = ${actionId}
        union select s.id from suggestions s join suggestions c on c.id = s.counts_for_id where c.result_id = ${actionId})`,
    )
    .orderBy(asc(suggestions.id))
    .limit(AROUND_AT_MOST)
    .all()
    .map(({ origin, originKind, above, resultId, outcome, lang, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      origin: origin[language],
      continent: originKind === "national" ? (above?.[language] ?? "") : origin[language],
      shaped: resultId === actionId && (outcome === "accepted" || outcome === "partly-accepted"),
    }));
}

const AROUND_AT_MOST = 100;
