import { expect } from "vitest";
import type { Database } from "~db/connection.ts";

interface Searched {
  /** The columns of a row whose texts are searched; the row has number 7, and so has what it belongs to. */
  row: Record<string, string | number | null>;
  /** What its texts become. */
  reworded: string;
}

const translated = (text: string) => JSON.stringify({ nl: `${text} nl`, fr: `${text} fr`, es: "", en: `${text} en` });

const belongs = { at: 0, created_at: 0, updated_at: 0, author_id: "p", network_id: 7, language: "fr" };
const of = (row: Searched["row"], ...common: (keyof typeof belongs)[]): Searched["row"] => ({
  ...Object.fromEntries(common.map((column) => [column, belongs[column]])),
  ...row,
});

/** A row of every table whose texts are searched, those that others belong to first. */
export const SEARCHED: Record<string, Searched> = {
  networks: {
    row: of({ id: 7, slug: "sahel", kind: "national", names: translated("Sahel") }),
    reworded: `names = '${translated("Maghreb")}'`,
  },
  actions: {
    row: of(
      {
        id: 7,
        ref: "LOB-7",
        board: "lobbying",
        stage: "done",
        rank: "a",
        priority: "high",
        level: "national",
        lead_id: 7,
        partners: "[]",
        principles: "[]",
        source_language: "fr",
        origin: "plan",
        outcome: translated("zebra"),
        labels: '["okapi"]',
      },
      "created_at",
      "updated_at",
    ),
    reworded: `outcome = '${translated("quagga")}', labels = '["tapir"]'`,
  },
  action_texts: {
    row: of({ id: 7, action_id: 7, title: "Weavers", description: "first", expected_result: "cloth" }, "language"),
    reworded: "title = 'Potters'",
  },
  suggestions: {
    row: of(
      {
        id: 7,
        kind: "change",
        state: "submitted",
        board: "lobbying",
        origin_id: 7,
        voice: "own",
        title: "Bakers",
        why: "",
        proposal: "{}",
        search_text: "bread",
        submitted_at: 0,
        response_due: 0,
      },
      "author_id",
      "language",
    ),
    reworded: "search_text = 'cake'",
  },
  comments: {
    row: of({ id: 7, action_id: 7, text: "Zanzibar", is_question: 0 }, "author_id", "language", "at"),
    reworded: "text = 'Zembla'",
  },
  key_results: {
    row: of({ id: 7, action_id: 7, name: translated("herds"), unit: "cows", start: 0, target: 1 }, "created_at"),
    reworded: "unit = 'sheep'",
  },
  decisions: {
    row: of(
      { id: 7, review_id: 7, state: "draft", text: "Seminar", plan_changes: "[]", proposed_by_id: "p", proposed_at: 0 },
      "language",
    ),
    reworded: `text = '${"Long words ".repeat(30)}'`,
  },
  documents: {
    row: of({ id: 7, action_id: 7, title: "Numbats", source: "ILO", added_by_id: "p", added_at: 0 }, "language"),
    reworded: "source = 'UN'",
  },
  answers: {
    row: of(
      {
        suggestion_id: 7,
        decision: "declined",
        reason: translated("because"),
        form_values: "[]",
        written_by_id: "p",
        published_at: 0,
      },
      "updated_at",
    ),
    reworded: `reason = '${translated("therefore")}'`,
  },
  entries: {
    row: of(
      { id: 7, register: "offers", title: translated("Offer"), fields: "{}", search_text: translated("seeds") },
      "network_id",
      "created_at",
      "updated_at",
    ),
    reworded: `search_text = '${translated("tools")}'`,
  },
  entry_parts: {
    row: of({ id: 7, entry_id: 7, kind: "note", fields: "{}", search_text: "rain" }, "language", "created_at"),
    reworded: "search_text = 'sun'",
  },
};

/** What columns were called before migration 0021_standard_names, so that databases of before can be filled and read too. */
const FORMER_NAMES: Record<string, string> = {
  search_text: "words",
  response_due: "promised_by",
  form_values: "typed",
  subject_id: "thing",
};

/** Returns the name that a column has in this database. */
export function columnName({ $client: client }: Database, table: string, column: string): string {
  const names = client.prepare("select name from pragma_table_info(?)").pluck().all(table);
  return names.includes(column) ? column : (FORMER_NAMES[column] ?? column);
}

/** Writes a row into every table whose texts are searched; what else they point at is missing. */
export function addSearchedRows(db: Database): void {
  const { $client: client } = db;
  client.pragma("foreign_keys = OFF");
  for (const [table, { row }] of Object.entries(SEARCHED)) {
    const columns = Object.keys(row);
    const names = columns.map((column) => columnName(db, table, column));
    client
      .prepare(
        `insert into ${table} (${names.join(", ")}) values (${columns.map((column) => `@${column}`).join(", ")})`,
      )
      .run(row);
  }
}

/** What is indexed, in an order of its own, without the numbers that a row has only for the index. */
export function indexed(db: Database): unknown[] {
  const subject = columnName(db, "search_index", "subject_id");
  return db.$client
    .prepare(
      `select kind, ${subject} as subject_id, language, ref, title, body from search_index order by 1, 2, 3, 4, 5, 6`,
    )
    .all();
}

/** Expects the index to hold every text that the views say is searched, once, and nothing else. */
export function expectWholeIndex({ $client: client }: Database): void {
  const columns = "source, source_id, language, ref, title, body, kind, subject_id";
  const views = Object.keys(SEARCHED).map((table) => `select ${columns} from searched_${table}`);
  const texts = client.prepare(`${views.join(" union all ")} order by 1, 2, 3`).all();
  expect(client.prepare(`select ${columns} from search_index order by 1, 2, 3`).all()).toEqual(texts);
  const numbers = (table: string, column: string) =>
    client.prepare(`select ${column} from ${table} order by 1`).pluck().all();
  expect(numbers("search_terms", "rowid")).toEqual(numbers("search_index", "id"));
}
