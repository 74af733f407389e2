import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { withoutFormulas } from "~/lib/csv.server.ts";
import { loader as reviewLoader } from "~/routes/committee/review.tsx";
import { loader as networkLoader } from "~/routes/people/network.tsx";
import { loader as actionLoader } from "~/routes/plan/action.tsx";
import { loader as historyLoader } from "~/routes/plan/action-history.tsx";
import { loader as boardLoader } from "~/routes/plan/board.tsx";
import { loader as boardActions } from "~/routes/plan/board-actions.ts";
import { loader as sums } from "~/routes/tools/funding-sums.ts";
import { loader as entries } from "~/routes/tools/register-entries.ts";
import { actions, actionTexts } from "~db/schema.ts";
import { ask, enter, openApp } from "../../support/routes.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();
const signedIn = () => enter(someone(app.db, "observer", "asia").id);

interface File {
  path: string;
  params?: Record<string, string>;
  language?: Language;
}

/** What a file's route answers, as a browser would save it. */
async function download(loader: typeof boardActions, { path, params = {}, language = "en" }: File): Promise<Response> {
  const cookie = await signedIn();
  const args = {
    request: new Request(new URL(path, "http://127.0.0.1:3000"), { headers: { Cookie: cookie } }),
    params,
    context: { requestId: "1", nonce: "", address: "127.0.0.1", acceptedLanguage: language },
  };
  return (await loader(args as never)) as Response;
}

const board = (type: string, query = "", language: Language = "en") =>
  download(boardActions, { path: `/boards/lobbying/actions.${type}${query}`, params: { board: "lobbying" }, language });

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.trim(), { newline: "\r\n" }).data;

describe("a board's actions as a file", () => {
  test("has each action of the board once, with its texts, whatever the columns on the screen show", async () => {
    const file = await board("csv");
    expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toContain('filename="INSPIR Lobbying.csv"');
    const [head = [], ...rows] = rowsOf(await file.text());
    const all = app.db
      .select({ id: actions.id, ref: actions.ref })
      .from(actions)
      .where(eq(actions.board, "lobbying"))
      .all();
    expect(rows.map(([ref]) => ref).sort()).toEqual(all.map(({ ref }) => ref).sort());
    for (const row of rows) expect(row).toHaveLength(head.length);
    const texts = app.db.select().from(actionTexts).where(eq(actionTexts.language, "en")).all();
    for (const row of rows) {
      const { id } = all.find(({ ref }) => ref === row[0]) ?? {};
      const text = texts.find(({ actionId }) => actionId === id);
      if (!text) continue;
      expect(row[1]).toBe(text.title);
      expect(row[head.indexOf("Description")]).toBe(withoutFormulas(text.description));
    }
  });

  test("has what the filters show, in the table's order", async () => {
    const [head = [], ...rows] = rowsOf(await (await board("csv", "?view=table&level=international&sort=-ref")).text());
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row[head.indexOf("Level")]))).toEqual(new Set(["International"]));
    const numbers = rows.map(([ref = ""]) => Number(ref.slice(4)));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(rowsOf(await (await board("csv", "?q=zzzzzz")).text())).toHaveLength(1);
  });

  test("is a workbook too, whose numbers are numbers", async () => {
    const file = await board("xlsx");
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const cells = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
    const [, ...rows] = rowsOf(await (await board("csv")).text());
    expect(cells.match(/<row /g)).toHaveLength(rows.length + 1);
    expect(cells).toMatch(/<c r="P2"[^>]*><v>\d+<\/v>/);
  });

  test("reads as the reader's spreadsheet program does", async () => {
    const dutch = await (await board("csv", "", "nl")).text();
    expect(dutch).toMatch(/^Nummer;Titel;/);
    expect(await (await board("csv", "", "es")).text()).toMatch(/^[^,;]+,Título,/);
  });

  test("is there for a board that is there", async () => {
    const cookie = await signedIn();
    const gone = await ask(boardActions, {
      path: "/boards/elsewhere/actions.csv",
      params: { board: "elsewhere" },
      cookie,
    });
    expect(gone.status).toBe(404);
  });
});

test("registers and sums come in both formats", async () => {
  for (const [loader, path] of [
    [entries, "/stakeholders/entries"],
    [sums, "/funding/sums"],
  ] as const)
    for (const [type, media] of [
      ["csv", "text/csv; charset=utf-8"],
      ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ]) {
      const file = await download(loader as typeof boardActions, { path: `${path}.${type}` });
      expect(file.headers.get("Content-Type")).toBe(media);
      expect(file.headers.get("Content-Disposition")).toContain(`.${type}"`);
    }
});

test("an address written in another way leads to the right one, with its query", async () => {
  const cookie = await signedIn();
  for (const [loader, path, params, right] of [
    [actionLoader, "/actions/lob-3?text=fr", { ref: "lob-3" }, "/actions/LOB-3?text=fr"],
    [actionLoader, "/actions/lob-3.data?text=fr", { ref: "lob-3" }, "/actions/LOB-3?text=fr"],
    [
      historyLoader,
      "/actions/Lob-3/history?page=2&kind=moved",
      { ref: "Lob-3" },
      "/actions/LOB-3/history?page=2&kind=moved",
    ],
    [actionLoader, "/actions/LOB3?text=fr", { ref: "LOB3" }, "/actions/LOB-3?text=fr"],
    [actionLoader, "/actions/lob%203", { ref: "lob 3" }, "/actions/LOB-3"],
    [boardLoader, "/boards/Lobbying?view=table", { board: "Lobbying" }, "/boards/lobbying?view=table"],
    [networkLoader, "/networks/ASIA?page=2", { slug: "ASIA" }, "/networks/asia?page=2"],
    [reviewLoader, "/reviews/2026-q4?done=opened", { quarter: "2026-q4" }, "/reviews/2026-Q4?done=opened"],
  ] as const)
    expect(await ask(loader, { path, params, cookie })).toMatchObject({ status: 302, location: right });
});
