import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { inArray } from "drizzle-orm";
import { LANGUAGES, type Language } from "~/domain.ts";
import type { ExportedName } from "~/features/plan/actions/fields.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { nameOfPerson } from "~/features/plan/actions/responsible.server.ts";
import type { ActionRow } from "~/features/plan/actions/row.server.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { dayOf } from "~/lib/days.ts";
import { quartersOverdue } from "~/lib/quarter.ts";
import { type DataTable, type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts, subsidiarityLinks } from "~db/schema/plan.ts";
import { idsInOrder } from "./table/rows.server.ts";
import type { TableState } from "./table/table-state.ts";
import type { BoardQuery } from "./where.server.ts";

/** How many actions are read before other requests get their turn. */
const READ_AT_ONCE = 200;

/**
 * Returns the actions of a board under its filters, with all their fields, for a spreadsheet: texts in the reader's language, or in the
 * one in which they were written, which a column names. Their order is the table's where one was asked for, and else the board's.
 */
export async function actionsTable(db: Database, asked: BoardQuery, state: TableState, i18n: I18n): Promise<DataTable> {
  const all = columnsOf(db, asked, i18n);
  const ids = idsInOrder(db, asked, state);
  const rows: Datum[][] = [];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    const actions = exported(db, ids.slice(at, at + READ_AT_ONCE), asked);
    rows.push(...actions.map((action) => all.map(({ of }) => of(action))));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    name: asked.board === "plan" ? labelsOf(i18n).wholePlan() : labelsOf(i18n).boardShort(asked.board),
    columns: all.map(({ name, width }) => ({ name, width })),
    rows,
  };
}

/** What a column is called, how wide it is, and what it holds. */
type Column = DataTable["columns"][number] & { of: (action: Exported) => Datum };

/** An action as a spreadsheet carries it. */
interface Exported {
  row: ActionRow;
  text: typeof actionTexts.$inferSelect | undefined;
  outcome: string | null;
  strengthens: string[];
}

/** What a spreadsheet carries beside an action's fields. */
type More = "ref" | "title" | "writtenIn" | "strengthens" | "late" | "progress" | "description" | "expectedResult";

/** The columns in their order. */
function columnsOf(db: Database, { language, networks, now }: BoardQuery, i18n: I18n): Column[] {
  const labels = labelsOf(i18n);
  const personName = nameOfPerson(db);
  const networkName = (id: number) => networks.find((one) => one.id === id)?.names[language] ?? "";
  const columns: Record<ExportedName | More | "updated", Column> = {
    ref: { name: i18n._(msg`Reference`), width: SLIM, of: ({ row }) => row.ref },
    title: { name: i18n._(msg`Title`), width: WIDE, of: ({ text }) => text?.title ?? "" },
    writtenIn: {
      name: i18n._(msg`Written in`),
      width: SLIM,
      of: ({ text }) => (text ? LANGUAGE_NAMES[text.language] : ""),
    },
    board: { name: i18n._(msg`Board`), width: SOME, of: ({ row }) => labels.board(row.board) },
    stage: { name: i18n._(msg`Stage`), width: SLIM, of: ({ row }) => labels.stage(row.stage) },
    priority: { name: i18n._(msg`Priority`), width: SLIM, of: ({ row }) => labels.priority(row.priority) },
    actionKind: {
      name: i18n._(msg`Kind`),
      width: SLIM,
      of: ({ row }) => row.actionKind && labels.actionKind(row.actionKind),
    },
    level: { name: i18n._(msg`Level`), width: SLIM, of: ({ row }) => labels.level(row.level) },
    lead: { name: i18n._(msg`Lead network`), width: SOME, of: ({ row }) => networkName(row.leadId) },
    responsible: {
      name: i18n._(msg`Responsible person`),
      width: SOME,
      of: ({ row }) => row.responsibleId && personName(row.responsibleId),
    },
    partners: { name: i18n._(msg`Partners`), width: SOME, of: ({ row }) => row.partners.join("; ") },
    labels: { name: i18n._(msg`Labels`), width: SOME, of: ({ row }) => row.labels.join("; ") },
    strengthens: { name: i18n._(msg`Strengthens`), width: SOME, of: ({ strengthens }) => strengthens.join("; ") },
    principles: {
      name: i18n._(msg`Policy principles`),
      width: SOME,
      of: ({ row }) => row.principles.map(labels.principle).join("; "),
    },
    start: { name: i18n._(msg`Start quarter`), width: SLIM, of: ({ row }) => row.startQuarter },
    due: { name: i18n._(msg`Due quarter`), width: SLIM, of: ({ row }) => row.dueQuarter },
    late: {
      name: i18n._(msg`Quarters late`),
      width: SLIM,
      of: ({ row }) => quartersOverdue(row.dueQuarter, isOpen(row.stage), now),
    },
    progress: {
      name: i18n._(msg`Progress, %`),
      width: SLIM,
      of: ({ row }) => progressOfAction(row.stage, row.measured),
    },
    description: { name: i18n._(msg`Description`), width: WIDE, of: ({ text }) => text?.description ?? "" },
    expectedResult: { name: i18n._(msg`Expected result`), width: WIDE, of: ({ text }) => text?.expectedResult ?? "" },
    outcome: { name: i18n._(msg`Result or reason`), width: WIDE, of: ({ outcome }) => outcome },
    updated: {
      name: i18n._(msg`Last changed`),
      width: SLIM,
      of: ({ row }) => dayOf(row.updatedAt),
    },
  };
  return Object.values(columns);
}

function exported(db: Database, ids: number[], { language, networks }: BoardQuery): Exported[] {
  const names = new Map(networks.map((network) => [network.id, network.names[language]]));
  const found = db.select().from(actions).where(inArray(actions.id, ids)).all();
  const texts = grouped(db.select().from(actionTexts).where(inArray(actionTexts.actionId, ids)).all());
  const links = grouped(
    db
      .select({ actionId: subsidiarityLinks.actionId, networkId: subsidiarityLinks.networkId })
      .from(subsidiarityLinks)
      .where(inArray(subsidiarityLinks.actionId, ids))
      .orderBy(subsidiarityLinks.id)
      .all(),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id): Exported[] => {
    const row = byId.get(id);
    if (!row) return [];
    const languages = [language, row.sourceLanguage, ...LANGUAGES];
    const written = texts.get(id) ?? [];
    return [
      {
        row,
        text: languages.map((one) => written.find((each) => each.language === one)).find(Boolean),
        outcome: (row.outcome && firstIn(row.outcome, languages)) ?? null,
        strengthens: (links.get(id) ?? []).map(({ networkId }) => names.get(networkId) ?? ""),
      },
    ];
  });
}

function firstIn<T>(texts: Partial<Record<Language, T>>, languages: readonly Language[]): T | undefined {
  return languages.map((one) => texts[one]).find(Boolean);
}

function grouped<Row extends { actionId: number }>(rows: Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) groups.set(row.actionId, [...(groups.get(row.actionId) ?? []), row]);
  return groups;
}
