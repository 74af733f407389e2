import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { inArray } from "drizzle-orm";
import { LANGUAGES, type Language } from "~/domain.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { quartersLate } from "~/lib/quarter.ts";
import { type DataTable, type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts, subsidiarityLinks } from "~db/schema.ts";
import type { Asked } from "./queries.server.ts";
import { idsInOrder } from "./table/rows.server.ts";
import type { TableState } from "./table/table-state.ts";

/** How many actions are read before other requests get their turn. */
const READ_AT_ONCE = 200;

/**
 * Returns the actions of a board under its filters, with all their fields, for a spreadsheet: texts in the reader's language, or in the
 * one in which they were written, which a column names. Their order is the table's where one was asked for, and else the board's.
 */
export async function actionsTable(db: Database, asked: Asked, state: TableState, i18n: I18n): Promise<DataTable> {
  const words = labelsOf(i18n);
  const ids = idsInOrder(db, asked, state);
  const rows: Datum[][] = [];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    rows.push(...rowsOf(db, ids.slice(at, at + READ_AT_ONCE), asked, i18n));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { name: words.boardShort(asked.board), columns: columnsOf(i18n), rows };
}

function columnsOf(i18n: I18n): DataTable["columns"] {
  return [
    { name: i18n._(msg`Reference`), width: SLIM },
    { name: i18n._(msg`Title`), width: WIDE },
    { name: i18n._(msg`Written in`), width: SLIM },
    { name: i18n._(msg`Board`), width: SOME },
    { name: i18n._(msg`Stage`), width: SLIM },
    { name: i18n._(msg`Priority`), width: SLIM },
    { name: i18n._(msg`Kind`), width: SLIM },
    { name: i18n._(msg`Level`), width: SLIM },
    { name: i18n._(msg`Lead network`), width: SOME },
    { name: i18n._(msg`Partners`), width: SOME },
    { name: i18n._(msg`Strengthens`), width: SOME },
    { name: i18n._(msg`Policy principles`), width: SOME },
    { name: i18n._(msg`Start quarter`), width: SLIM },
    { name: i18n._(msg`Due quarter`), width: SLIM },
    { name: i18n._(msg`Quarters late`), width: SLIM },
    { name: i18n._(msg`Progress, %`), width: SLIM },
    { name: i18n._(msg`Description`), width: WIDE },
    { name: i18n._(msg`Expected result`), width: WIDE },
    { name: i18n._(msg`Result or reason`), width: WIDE },
    { name: i18n._(msg`Last changed`), width: SLIM },
  ];
}

function rowsOf(db: Database, ids: number[], { language, networks, now }: Asked, i18n: I18n): Datum[][] {
  const words = labelsOf(i18n);
  const names = new Map(networks.map((network) => [network.id, network.names[language]]));
  const nameOf = (id: number) => names.get(id) ?? "";
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
  return ids.flatMap((id): Datum[][] => {
    const row = byId.get(id);
    if (!row) return [];
    const written = texts.get(id) ?? [];
    const text = [language, row.sourceLanguage, ...LANGUAGES]
      .map((one) => written.find((each) => each.language === one))
      .find(Boolean);
    const outcome = row.outcome && firstIn(row.outcome, [language, row.sourceLanguage, ...LANGUAGES]);
    return [
      [
        row.ref,
        text?.title ?? "",
        text ? LANGUAGE_NAMES[text.language] : "",
        words.board(row.board),
        words.stage(row.stage),
        words.priority(row.priority),
        row.actionKind && words.actionKind(row.actionKind),
        words.level(row.level),
        nameOf(row.leadId),
        row.partners.join("; "),
        (links.get(id) ?? []).map(({ networkId }) => nameOf(networkId)).join("; "),
        row.principles.map(words.principle).join("; "),
        row.startQuarter,
        row.dueQuarter,
        quartersLate(row.dueQuarter, isOpen(row.stage), now),
        progressOfAction(row.stage, row.measured),
        text?.description ?? "",
        text?.expectedResult ?? "",
        outcome ?? null,
        row.updatedAt.toISOString().slice(0, 10),
      ],
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
