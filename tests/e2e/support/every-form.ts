import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { REPORT_SECTIONS } from "~/features/committee/reports/sections.ts";
import { allRegisters } from "~/features/tools/engine/all.ts";
import { isChangingField } from "~/ui/hidden-fields.ts";
import { openDatabase } from "~db/connection.ts";
import { openDemonstrationQuarter } from "~seed/quarter.ts";
import { addSyntheticEntries } from "~seed/synthetic/entries.ts";
import { type HtmlForm, postForms } from "../../support/html-forms.ts";
import { type MappedRoute, routeMap } from "../../support/route-map.ts";
import type { RunningServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";
import type { EvaluationRole } from "./test.ts";

/* Every form of the product in which something can be typed: found on the pages of the route map, not listed. */

export const ROLES = [
  "eval-admin",
  "eval-member-nepal",
  "eval-committee",
  "eval-coordinator-asia",
] as const satisfies EvaluationRole[];

/** The parts of the product, each with the folders of its routes. */
export const AREAS = {
  committee: ["committee"],
  people: ["people", "core", "home"],
  plan: ["plan"],
  suggestions: ["suggestions"],
  tools: ["tools"],
} as const;

export type Area = keyof typeof AREAS;

export const isOf = (area: Area, file: string): boolean =>
  AREAS[area].some((folder) => file.startsWith(`routes/${folder}/`));

export interface FoundForm {
  /** Tells its kind: where it goes, what its hidden fields say, what can be typed. */
  kind: string;
  /** The module that it is sent to. */
  file: string;
  /** The page that it stands on, and for whom. */
  page: string;
  as: EvaluationRole;
  form: HtmlForm;
}

const allRoutes = await routeMap();

/** The pattern of the route map that a path belongs to: the one with the fewest parameters. */
function routeOf(path: string): MappedRoute | undefined {
  const parameters = (pattern: string) => pattern.split(":").length;
  return allRoutes
    .filter(({ pattern }) => new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`).test(path))
    .sort((one, other) => parameters(one.pattern) - parameters(other.pattern))[0];
}

/** The modules of the route map that take forms of people who are signed in. */
export const filesWithForms: readonly string[] = [...new Set(allRoutes.map(({ file }) => file))].filter((file) =>
  /export const action = for(Viewer|Tool)/.test(readFileSync(`app/${file}`, "utf8")),
);

/** Makes what the pages need to show their forms: an open review with a seat, entries of all tools, a suggestion, a workshop. */
export async function prepareForms(server: RunningServer): Promise<void> {
  const db = openDatabase(server.databaseFile);
  const now = new Date();
  openDemonstrationQuarter(db, now);
  addSyntheticEntries(db, 1, now);
  db.$client.prepare("update seats set person_id = 'eval-committee' where id = (select min(id) from seats)").run();
  db.$client.close();
  const [admin, member] = [await new Visitor(server).signIn("eval-admin"), new Visitor(server)];
  await member.signIn("eval-member-nepal");
  await member.post("/suggestions/workshops", { occasion: "Assembly", heldOn: "2020-01-15" });
  const measure = { "name.en": "Networks", unit: "networks", start: "0", target: "19" };
  await admin.post("/actions/LOB-3/key-results/new", measure);
  const template = {
    intent: "save",
    sourceLanguage: "en",
    "title.en": "A seminar",
    priority: "normal",
    level: "national",
  };
  await admin.post("/boards/lobbying/templates/new", template);
  const origin = String(one(server, "select id from networks where slug = 'nepal'"));
  const remark = { kind: "remark", about: "LOB-3", title: "Say who is meant", why: "It helps.", language: "en" };
  await member.post("/suggestions/new", { ...remark, voice: "personal", origin });
  // A closed one takes corrections.
  const meeting = { intent: "save", timeZone: "Europe/Brussels", item: "decisions", about: "", minutes: "20" };
  await admin.post("/reviews/2020-Q2/open", meeting);
  await admin.post("/reviews/2020-Q2/close", { sure: "yes" });
  const committee = await new Visitor(server).signIn("eval-committee");
  await committee.post("/reviews/2020-Q4/decisions/new", { text: "We wait.", language: "en" });
}

function one(server: RunningServer, query: string): unknown {
  const client = new Sqlite(server.databaseFile, { readonly: true });
  try {
    return client.prepare(query).pluck().get();
  } finally {
    client.close();
  }
}

/** Pages of the route map, with something that is there for each parameter. */
function pagesOf(server: RunningServer): { path: string; file: string }[] {
  const idIn = (query: string) => String(one(server, query) ?? "nothing");
  const linked =
    "from subsidiarity_links l join networks n on n.id = l.network_id join actions a on a.id = l.action_id";
  const examples: Record<string, string[]> = {
    board: ["lobbying"],
    ref: ["LOB-3", idIn(`select a.ref ${linked} limit 1`)],
    quarter: ["2020-Q4", "2020-Q3", "2020-Q2"],
    year: ["2020"],
    section: REPORT_SECTIONS.slice(0, 1),
    slug: ["nepal"],
    workshop: ["1"],
    "templates/:id": [idIn("select id from action_templates limit 1")],
    "key-results/:id": [idIn("select id from key_results limit 1")],
    "decisions/:id": ["1"],
    "suggestions/:id": ["1"],
    "people/:id": ["eval-observer"],
    "strengthens/:network": [idIn(`select n.slug ${linked} limit 1`)],
    "alignment/:network": ["asia"],
    token: [],
    file: [],
  };
  for (const { name, parts } of allRegisters()) {
    examples[`${name}/:id`] = [idIn(`select id from entries where register = '${name}' order by id desc limit 1`)];
    examples[`${name} parts`] = Object.keys(parts);
  }
  const queries: Record<string, string[]> = {
    "/suggestions/new": [
      "?kind=remark&board=lobbying",
      "?kind=new-action&board=lobbying",
      "?kind=amendment&action=LOB-3",
    ],
    // A move asks for its reason in the form of the card that was pressed.
    "/boards/:board": ["?move=LOB-3", "?add=proposed"],
    "/plan": ["?move=LOB-3"],
    "/boards/:board/together": ["?ref=LOB-3"],
    "/committee": ["", "?edit=1"],
    "/reports/:year/sections/:section": ["?lang=en"],
    "/reviews/:quarter/meeting": ["?item=1", "?item=2"],
  };
  return allRoutes.flatMap(({ pattern, file }) => {
    if (file.endsWith(".ts") || pattern.includes("*")) return [];
    let paths = [""];
    const segments = pattern.split("/").filter(Boolean);
    for (const [at, segment] of segments.entries()) {
      const name = segment.slice(1);
      const among = !segment.startsWith(":")
        ? [segment]
        : (examples[`${segments[at - 1]}/${segment}`] ?? examples[name === "kind" ? `${segments[0]} parts` : name]);
      if (!among) throw new Error(`No example for ${segment} of ${pattern}: name one, so that its forms are tried.`);
      paths = paths.flatMap((path) => among.map((each) => `${path}/${each}`));
    }
    return paths.flatMap((path) => (queries[pattern] ?? [""]).map((query) => ({ path: (path || "/") + query, file })));
  });
}

const MOST_OF_A_MODULE = 2;

interface Wanted {
  /** The pages' part of the product, so that the tests of a file share the work. */
  area: Area;
  roles?: readonly EvaluationRole[];
  /** How many forms of one module are enough. */
  mostOfAModule?: number;
}

/** Finds each kind of form of an area's pages once, for the first role that has it. */
export async function everyForm(
  server: RunningServer,
  { area, roles = ROLES, mostOfAModule = MOST_OF_A_MODULE }: Wanted,
): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>();
  const pages = pagesOf(server).filter(({ file }) => isOf(area, file));
  const ofFile = (file: string) => [...found.values()].filter((one) => one.file === file).length;
  for (const as of roles) {
    const visitor = await new Visitor(server).signIn(as);
    // The administrator has most forms; the others are asked for what is missing.
    const there = new Set([...found.values()].map(({ file }) => file));
    for (const page of pages) {
      if (!filesWithForms.includes(page.file) || there.has(page.file)) continue;
      const answer = await visitor.get(page.path);
      if (answer.status !== 200) continue;
      for (const form of formsIn(await answer.text(), page.path)) {
        const { kind } = form;
        // The boards' tools have the same few forms, with other fields.
        if (!found.has(kind) && ofFile(form.file) < mostOfAModule) found.set(kind, { ...form, page: page.path, as });
      }
    }
  }
  return [...found.values()];
}

/** The forms of a page in which something can be typed. */
export function formsIn(html: string, page: string): Omit<FoundForm, "page" | "as">[] {
  const here = page.replace(/\?.*/, "");
  return postForms(html, here).flatMap((form) => {
    const path = new URL(form.action, `http://here${here}`).pathname;
    const { pattern: route, file } = routeOf(path) ?? { pattern: path, file: path };
    for (const [tag] of form.html.matchAll(/<input\b[^>]*>/g)) {
      const name = /\sname="([^"]*)"/.exec(tag)?.[1];
      if (name && /\stype="(email|url|tel|number)"/.test(tag)) form.texts.push(name);
    }
    if (form.texts.length === 0 || !filesWithForms.includes(file)) return [];
    const hidden = [...form.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const telling = hidden.flatMap(([, name = "", value]) => (isChangingField(name) ? [] : [`${name}=${value}`]));
    const named = telling.map((each) => each.replace(/=\d+$/, "=N").replace(/=[A-Z]{3}-\d+$/, "=REF"));
    const kind = [route, ...named, [...new Set(form.texts)].join(" ")].join(" | ");
    return [{ kind, file, form }];
  });
}
