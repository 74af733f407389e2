import { once } from "node:events";
import { loadavg } from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { USUAL_AGENDA } from "~/features/committee/reviews/agenda-form.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { subDays } from "~/lib/utc-days.ts";
import { reviews } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticHistory, HISTORY_DAYS } from "~seed/synthetic/history.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { against, type Fill, milliseconds, type Visitor } from "./bench.ts";

/*
 * How long the server's event loop is held by the worst that is accepted: forms, texts, files and the largest pages, with 1,000 actions
 * and 50,000 events. Each is asked for twice, since what is compiled and kept costs only once.
 */

const QUARTER = quarterOf(new Date());
const MOST = 20_000;

const fill: Fill = (db, now) => {
  addSyntheticActions(db, 1000, now, undefined, subDays(now, HISTORY_DAYS));
  addSyntheticHistory(db, 50_000, now);
  addSyntheticKeyResults(db, now);
  const meeting = { meetingAt: null, timeZone: "Europe/Brussels", link: "", agenda: USUAL_AGENDA };
  const decides = { rule: "continental-consent", quorum: 7 } as const;
  db.insert(reviews)
    .values({ quarter: QUARTER, state: "open", ...meeting, ...decides, openedAt: now })
    .run();
};

const filled = (text: string, length = MOST) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Texts that cost most to read, to show or to compare, of the length that a description may have. */
const TEXTS = {
  "a table": `|${"a|".repeat(50)}\n|${"-|".repeat(50)}\n${"|\n".repeat(9000)}`.slice(0, MOST),
  lists: filled("-\n"),
  brackets: filled("["),
  addresses: filled("//a.b/"),
  stars: filled("*a **b "),
  "a repeated address": `[a]: http://b/${"c".repeat(15_000)}\n\n${"[a] ".repeat(1200)}`,
  marks: filled("\u0301\u0316"),
  "short words": filled("a b "),
  "other short words": filled("b c a "),
  lines: filled("a\nb\n"),
  mentions: filled("@a "),
};

type Ask = (visitor: Visitor) => Promise<Response>;

const get =
  (path: string): Ask =>
  ({ server, cookie }) =>
    fetch(server.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });

const post =
  (path: string, body: URLSearchParams | FormData): Ask =>
  ({ server, cookie }) =>
    fetch(server.origin + path, {
      method: "POST",
      headers: { Cookie: cookie, Origin: server.origin },
      redirect: "manual",
      body,
    });

function upload(name: string, content: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.append("intent", "file");
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([content]), name);
  return form;
}

function actionOf({ server }: Visitor, text: string): Record<string, string> {
  const client = new Sqlite(server.databaseFile, { readonly: true });
  const lead = client.prepare("select id from networks where slug = 'asia'").pluck().get();
  client.close();
  return {
    board: "lobbying",
    stage: "proposed",
    priority: "normal",
    level: "continental",
    lead: String(lead),
    sourceLanguage: "en",
    "title.en": "The worst text",
    "description.en": text,
  };
}

const bytes = (text: string, length: number) => new Uint8Array(Buffer.from(filled(text, length)));

const CASES: Record<string, Ask> = {
  "a board": get("/boards/lobbying"),
  "the review": get(`/reviews/${QUARTER}`),
  "the pack’s page": get(`/reviews/${QUARTER}/pack`),
  "the pack as a Word file": get(`/reviews/${QUARTER}/pack/pack.en.docx`),
  "what changed since Geneva": get("/plan/compare?from=2019-12-01"),
  "a board as XLSX": get("/boards/lobbying/actions.xlsx"),
  "a board as CSV": get("/boards/lobbying/actions.csv"),
  "the longest search": get(`/search?q=${encodeURIComponent(filled("a é ", 2000))}`),
  "a search of marks": get(`/search?q=${encodeURIComponent(filled("\u0301\u0316", 2000))}`),
  "a sign-in of marks": post(
    "/sign-in",
    upload("a", new Uint8Array(), { way: "password", email: "a@b.c", password: filled("\u0301\u0316", 60_000) }),
  ),
  "a form of 80,000 fields": post("/sign-in", new URLSearchParams(Array.from({ length: 80_000 }, () => ["a", ""]))),
  "a form of 2,000 fields": post("/sign-in", new URLSearchParams(Array.from({ length: 2000 }, () => ["a", "é"]))),
  "a file of 10 MB": post("/actions/LOB-1/documents", upload("a.pdf", bytes("%PDF-1.7 ", 10_000_000), { title: "a" })),
  "a drawing of 10 MB": post("/actions/LOB-1/documents", upload("a.svg", bytes("<svg><a b='c'/>", 10_000_000))),
  "an archive of 10 MB": post("/actions/LOB-1/documents", upload("a.zip", bytes("PK\u0003\u0004\u0014", 10_000_000))),
  "a file with a long name": post(
    "/actions/LOB-1/documents",
    upload(`${filled('\u0301\u0316"', 60_000)}.pdf`, bytes("%PDF", 99)),
  ),
};

for (const [name, text] of Object.entries(TEXTS)) {
  CASES[`an action of ${name}`] = async (visitor) => {
    const made = await post("/actions/new", new URLSearchParams(actionOf(visitor, text)))(visitor);
    const page = made.headers.get("Location");
    if (!page) return made;
    await made.arrayBuffer();
    return get(new URL(page, visitor.server.origin).pathname)(visitor);
  };
  CASES[`a comment of ${name}`] = post(
    "/actions/LOB-1",
    new URLSearchParams({ intent: "comment", text: text.slice(0, 5000) }),
  );
}

interface Held {
  delay: number;
  cpu: number;
}

async function held(visitor: Visitor): Promise<Held> {
  const child = visitor.server.process;
  child.send("delay");
  const [told] = (await once(child, "message")) as [Held];
  return told;
}

const counter = fileURLToPath(new URL("note-delay.mjs", import.meta.url));
await against(
  fill,
  async (visitor) => {
    const lines: string[] = [];
    for (const [name, ask] of Object.entries(CASES)) {
      process.stderr.write(`${name} …\n`);
      const times: Held[] = [];
      let status = 0;
      for (let turn = 0; turn < 2; turn++) {
        await held(visitor);
        const answer = await ask(visitor);
        status = answer.status;
        await answer.arrayBuffer();
        // The loop notes a delay when it comes round again.
        await after(20);
        times.push(await held(visitor));
      }
      const [first, again] = times.map(({ delay, cpu }) => `${milliseconds(delay)} (${milliseconds(cpu)})`);
      lines.push(`| ${name} | ${status} | ${first} | ${again} |`);
    }
    const load = loadavg()[0]?.toFixed(1);
    process.stdout.write(
      `\nThe loop’s longest delay, and in brackets the processor time of the whole process; load ${load}:\n\n` +
        `| | answer | first | again |\n|---|---|---|---|\n${lines.join("\n")}\n`,
    );
  },
  { NODE_OPTIONS: `--import ${counter}` },
);
