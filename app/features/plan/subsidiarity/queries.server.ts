import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { BOARDS, type Language } from "~/domain.ts";
import { type Network, namedInTreeOrder } from "~/features/core/network-tree.ts";
import { mayAnswerAs, mayWorkOnBoard, type Viewer } from "~/features/core/policy.ts";
import { translationOf } from "~/features/plan/actions/queries.server.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { workSql } from "~/features/plan/policy-sql.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema/people.ts";
import { actions, subsidiarityLinks } from "~db/schema/plan.ts";
import { BOUND_STAGES } from "./rule.ts";

export interface Reader {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
}

/** The networks that an action strengthens, in the order of the tree, with what each answered. 1 statement. */
export function linksOf(db: Database, actionId: number, { viewer, networks, language }: Reader) {
  const rows = db
    .select({
      link: subsidiarityLinks,
      by: people.name,
      ref: actions.ref,
      stage: actions.stage,
      ...titled(language),
    })
    .from(subsidiarityLinks)
    .leftJoin(actions, eq(actions.id, subsidiarityLinks.ownActionId))
    .leftJoin(people, eq(people.id, subsidiarityLinks.answeredById))
    .where(eq(subsidiarityLinks.actionId, actionId))
    .all();
  const byNetwork = new Map(rows.map((row) => [row.link.networkId, row]));
  return namedInTreeOrder(networks, language).flatMap(({ id, slug, name, kind }) => {
    const found = byNetwork.get(id);
    if (!found) return [];
    const { link, by, ref, title, lang, stage } = found;
    return {
      network: { id, slug, name },
      version: link.version,
      answer: link.answer,
      by,
      how: translationOf(link.how, language, "en"),
      note: translationOf(link.note, language, "en"),
      answeredAt: link.answeredAt ? +link.answeredAt : null,
      own: ref && stage ? { ref, title: title ?? "", lang: lang && foreign(lang, language), stage } : null,
      mayAnswer: mayAnswerAs(viewer, { id, kind }),
    };
  });
}

export type Link = ReturnType<typeof linksOf>[number];

/** The actions of which this one is a network's own: what it came from, or helps to bear. 1 statement. */
export function strengthening(db: Database, ownActionId: number, { networks, language }: Omit<Reader, "viewer">) {
  return db
    .select({
      ref: actions.ref,
      board: actions.board,
      networkId: subsidiarityLinks.networkId,
      answer: subsidiarityLinks.answer,
      ...titleIn(language),
    })
    .from(subsidiarityLinks)
    .innerJoin(actions, eq(actions.id, subsidiarityLinks.actionId))
    .where(eq(subsidiarityLinks.ownActionId, ownActionId))
    .orderBy(asc(actions.id))
    .all()
    .map(({ networkId, lang, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      network: networks.find(({ id }) => id === networkId)?.names[language] ?? "",
    }));
}

export const LINKS_A_PAGE = 15;

/** A page of what strengthens a network, what it owes an answer first. 2 statements. */
export function linksTo(db: Database, networkId: number, language: Language, page: number) {
  const where = eq(subsidiarityLinks.networkId, networkId);
  const { total = 0, owed = 0 } =
    db
      .select({ total: count(), owed: sql<number>`coalesce(sum(${subsidiarityLinks.answer} is null), 0)` })
      .from(subsidiarityLinks)
      .where(where)
      .get() ?? {};
  const pages = Math.max(1, Math.ceil(total / LINKS_A_PAGE));
  const at = Math.min(page, pages);
  const own = sql<
    string | null
  >`(select own.ref from ${actions} as own where own.id = ${subsidiarityLinks}.own_action_id)`;
  const rows = db
    .select({
      ref: actions.ref,
      board: actions.board,
      answer: subsidiarityLinks.answer,
      how: subsidiarityLinks.how,
      own,
      ...titleIn(language),
    })
    .from(subsidiarityLinks)
    .innerJoin(actions, eq(actions.id, subsidiarityLinks.actionId))
    .where(where)
    .orderBy(sql`${subsidiarityLinks.answer} is not null`, asc(actions.id))
    .limit(LINKS_A_PAGE)
    .offset((at - 1) * LINKS_A_PAGE)
    .all();
  return {
    total,
    owed,
    page: at,
    pages,
    links: rows.map(({ lang, how, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      how: translationOf(how, language, "en"),
    })),
  };
}

/** The national and continental actions that a network leads, to be named as its own. 1 statement. */
export function ownActionsOf(db: Database, networkId: number, except: number, language: Language) {
  return db
    .select({ ref: actions.ref, title: titleIn(language).title })
    .from(actions)
    .where(
      and(
        eq(actions.leadId, networkId),
        inArray(actions.level, ["national", "continental"]),
        sql`${actions}.id <> ${except}`,
      ),
    )
    .orderBy(asc(actions.id))
    .limit(OWN_AT_MOST)
    .all();
}

const OWN_AT_MOST = 300;

const UNLINKED = sql`not exists (
  select 1 from ${subsidiarityLinks} as link where link.action_id = ${actions}.id)`;

/**
 * International actions that stand where the rule asks for a link, and have none: the Geneva planning's, for the most part.
 * `mine`: those alone that the viewer
 * works on. 2 statements, and none for those who work on nothing.
 */
export function toBeLinked(
  db: Database,
  { viewer, networks, language }: Reader,
  { mine, page, aPage }: { mine: boolean; page: number; aPage: number },
) {
  if (mine && !BOARDS.some((board) => mayWorkOnBoard(viewer, board)))
    return { total: 0, page: 1, pages: 1, actions: [] };
  const theirs = mine ? workSql(viewer, networks) : undefined;
  const where: SQL | undefined = and(
    eq(actions.level, "international"),
    inArray(actions.stage, [...BOUND_STAGES]),
    UNLINKED,
    theirs,
  );
  const total = db.select({ n: count() }).from(actions).where(where).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / aPage));
  const at = Math.min(page, pages);
  const rows = db
    .select({
      ref: actions.ref,
      board: actions.board,
      stage: actions.stage,
      leadId: actions.leadId,
      ...titleIn(language),
    })
    .from(actions)
    .where(where)
    // What is done already can wait.
    .orderBy(sql`${actions.stage} = 'done'`, asc(actions.id))
    .limit(aPage)
    .offset((at - 1) * aPage)
    .all();
  return {
    total,
    page: at,
    pages,
    actions: rows.map(({ lang, ...row }) => ({ ...row, lang: foreign(lang, language) })),
  };
}

/** As `titleIn`, where there may be no action. */
function titled(language: Language) {
  const { title, lang } = titleIn(language);
  return {
    title: sql<string | null>`case when ${actions.id} is not null then ${title} end`,
    lang: sql<Language | null>`case when ${actions.id} is not null then ${lang} end`,
  };
}
