import { and, eq, ne, notInArray, or, sql } from "drizzle-orm";
import type { Board, Language, Stage } from "~/domain.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { textMatches } from "~/features/plan/boards/where.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { actions, dependencies } from "~db/schema/plan.ts";

/** The other end of a dependency: what an action waits for, or what waits for it. */
export interface Dependency {
  id: number;
  ref: string;
  title: string;
  /** The language of the title, where it is not the reader's. */
  lang: Language | null;
  board: Board;
  stage: Stage;
  why: string;
  status: DependencyStatus;
}

/** How what is waited for stands: done, still to come, or never to come. */
export type DependencyStatus = "fulfilled" | "waiting" | "dropped";

export interface Dependencies {
  waitsFor: Dependency[];
  awaitedBy: Dependency[];
}

/** What an action waits for and what waits for it, each in the order in which it was entered. 1 statement. */
export function dependenciesOf(db: Database, action: { id: number; stage: Stage }, language: Language): Dependencies {
  const { title, lang } = titleIn(language);
  const waits = eq(dependencies.actionId, action.id);
  const rows = db
    .select({
      id: dependencies.id,
      ref: actions.ref,
      title,
      lang,
      board: actions.board,
      stage: actions.stage,
      why: dependencies.why,
      waits: sql<number>`${dependencies.actionId} = ${action.id}`,
    })
    .from(dependencies)
    .innerJoin(
      actions,
      eq(actions.id, sql`iif(${dependencies.actionId} = ${action.id}, ${dependencies.onId}, ${dependencies.actionId})`),
    )
    .where(or(waits, eq(dependencies.onId, action.id)))
    .orderBy(dependencies.id)
    .all();
  const found: Dependencies = { waitsFor: [], awaitedBy: [] };
  for (const { waits: isWaiting, ...row } of rows) {
    const status = dependencyStatus(isWaiting ? row.stage : action.stage);
    found[isWaiting ? "waitsFor" : "awaitedBy"].push({ ...row, lang: foreign(row.lang, language), status });
  }
  return found;
}

function dependencyStatus(awaited: Stage): DependencyStatus {
  if (awaited === "done") return "fulfilled";
  return awaited === "dropped" ? "dropped" : "waiting";
}

export type Found = Pick<Dependency, "ref" | "title" | "lang" | "board" | "stage">;

const FOUND_AT_MOST = 8;

/** Actions that another could wait for, by a reference or words of their title; not itself, nor what is dropped. 1 statement. */
export function actionsToAwait(db: Database, waitingId: number, q: string, language: Language): Found[] {
  const { title, lang } = titleIn(language);
  return db
    .select({ ref: actions.ref, title, lang, board: actions.board, stage: actions.stage })
    .from(actions)
    .where(and(textMatches(q), ne(actions.id, waitingId), notInArray(actions.stage, ["dropped"])))
    .orderBy(eq(actions.stage, "done"), actions.id)
    .limit(FOUND_AT_MOST)
    .all()
    .map((one) => ({ ...one, lang: foreign(one.lang, language) }));
}
