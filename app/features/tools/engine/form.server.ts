import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { isOneOf, LANGUAGES, type Language, type RegisterName, type Translated } from "~/domain.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { type Network, networkOptions, openNetworks } from "~/features/core/network-tree.ts";
import { mayEditEntry, type Viewer } from "~/features/core/policy.ts";
import { entryName } from "~/features/core/references.ts";
import { LOCALES, textShown } from "~/i18n/languages.ts";
import { isDay } from "~/lib/days.ts";
import { foldedWords } from "~/lib/fold.ts";
import { numberForInput } from "~/lib/numbers.ts";
import { DEFAULT_ZONE, dayIn } from "~/lib/time-zones.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { entries } from "~db/schema/tools.ts";
import type { Field, Fields, StoredFile, Values } from "./field.ts";
import type { EntryInput } from "./mutations.server.ts";
import { fitsKind, type Register } from "./register.ts";
import { entrySchema, translatedIn } from "./schemas.ts";

export interface InvalidEntryForm {
  ok: false;
  problems: Record<string, ProblemCode>;
  /** What a problem is about: the references that are unknown. */
  about: Record<string, string>;
  submitted: Submitted;
}

/** Who reads and writes a form, and where. */
export interface FormContext {
  db: Database;
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  /** Now, unless said. */
  at?: Date;
}

/**
 * Reads the form of an entry, with what only the tables know: which actions and entries there are. 2 statements at most.
 *
 * @param chosen the networks that the entry names already (`networksIn`): they may stay, closed or not
 */
export function parseEntry(
  { db, viewer, networks, language, at = new Date() }: FormContext,
  register: Register,
  form: FormData,
  chosen: readonly number[] = [],
): { ok: true; value: EntryInput } | InvalidEntryForm {
  const today = dayIn(viewer.timeZone ?? DEFAULT_ZONE, at);
  const parsed = parseForm(entrySchema(register.fields, language, today), form);
  const submitted = submittedIn(form, listsOf(register.fields));
  const title = translatedIn(Object.fromEntries(form), "title");
  const problems: Record<string, ProblemCode> = parsed.ok ? {} : { ...parsed.problems };
  const about: Record<string, string> = {};
  if (!title) problems[`title.${language}`] ??= "title-missing";
  if (!parsed.ok)
    return { ok: false, problems: missingProse(register.fields, submitted, language, problems), about, submitted };
  const value = parsed.value as Record<string, unknown> & { network: number; refs: string[] };
  const network = networks.find(({ id }) => id === value.network);
  if (!network) problems.network = "network-missing";
  else if (network.closedOn && !chosen.includes(network.id)) problems.network = "network-closed";
  else if (!fitsKind(register, network) || !mayEditEntry(viewer, { ...register, network }))
    problems.network = "not-your-network-here";
  const lost = value.refs.filter((ref) => !actionsKnown(db, value.refs).has(ref));
  if (lost.length > 0) {
    problems.refs = "unknown-actions";
    about.refs = lost.join(", ");
  }
  unknownIn(db, openNetworks(networks, chosen), register.fields, value, problems, about, language);
  missingProse(register.fields, submitted, language, problems);
  Object.assign(problems, register.validate?.(value, today));
  if (!title || Object.keys(problems).length > 0) return { ok: false, problems, about, submitted };
  return {
    ok: true,
    value: {
      title: titleOf(value),
      networkId: value.network,
      refs: value.refs,
      values: valuesOf(register.fields, value),
    },
  };
}

const titleOf = (value: Record<string, unknown>): Translated => translatedIn(value, "title") ?? {};

/** What the fields came to, each under its own name: paragraphs gathered from their languages. */
export function valuesOf(fields: Fields, value: Record<string, unknown>): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { type }]) => [
      name,
      type === "prose" ? translatedIn(value, name) : value[name],
    ]),
  );
}

/** Paragraphs that must be there are asked for in the reader's language, where no language has them. */
function missingProse(
  fields: Fields,
  submitted: Submitted,
  language: Language,
  problems: Record<string, ProblemCode>,
): Record<string, ProblemCode> {
  for (const [name, field] of Object.entries(fields))
    if (field.type === "prose" && field.required && !translatedIn(submitted, name))
      problems[`${name}.${language}`] ??= "missing";
  return problems;
}

/** How many are named to choose from, where words fit several. */
const CHOICES_MOST = 8;

/** Turns entries that are named by words of their titles into their numbers, where one alone fits. 1 statement for each. */
function entriesByWords(db: Database, of: RegisterName, words: string, language: Language) {
  const title = sql`folded(${entries.title})`;
  const fitting = foldedWords(words).map((word) => sql`instr(${title}, ${word}) > 0`);
  if (fitting.length === 0) return [];
  return db
    .select({ id: entries.id, title: entries.title })
    .from(entries)
    .where(and(eq(entries.register, of), isNull(entries.removedAt), ...fitting))
    .orderBy(entries.id)
    .limit(CHOICES_MOST + 1)
    .all()
    .map(({ id, title }) => `${entryName(id)} ${textShown(title, language).text}`);
}

/**
 * Names what is chosen and is not there: networks and entries that somebody made up or that have gone. What names an entry
 * by words is replaced by its number; several that fit are named to choose from. 1 statement a field and words.
 */
export function unknownIn(
  db: Database,
  networks: readonly Network[],
  fields: Fields,
  value: Record<string, unknown>,
  problems: Record<string, ProblemCode>,
  about: Record<string, string>,
  language: Language,
): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.type === "entries") {
      value[name] = (value[name] as (number | string)[]).flatMap((one) => {
        if (typeof one === "number") return one;
        const found = entriesByWords(db, field.of, one, language);
        if (found.length === 1) return Number(/\d+/.exec(found[0] ?? "")?.[0]);
        problems[name] ??= found.length === 0 ? "unknown-entries" : "entries-several";
        about[name] ??= found.length === 0 ? one : found.slice(0, CHOICES_MOST).join(" · ");
        return [];
      });
    }
    const ids = value[name] as number[];
    if (field.type === "networks" && ids.some((id) => !networks.some((one) => one.id === id && fitsKind(field, one))))
      problems[name] = "not-a-choice";
    if (field.type !== "entries" || ids.length === 0) continue;
    const known = db
      .select({ id: entries.id })
      .from(entries)
      .where(and(inArray(entries.id, ids), eq(entries.register, field.of), isNull(entries.removedAt)))
      .all();
    const lost = ids.filter((id) => !known.some((one) => one.id === id));
    if (lost.length === 0) continue;
    problems[name] ??= "unknown-entries";
    about[name] ??= lost.map(entryName).join(", ");
  }
}

function actionsKnown(db: Database, refs: readonly string[]): Set<string> {
  if (refs.length === 0) return new Set();
  const rows = db
    .select({ ref: actions.ref })
    .from(actions)
    .where(inArray(actions.ref, [...refs]))
    .all();
  return new Set(rows.map(({ ref }) => ref));
}

/** Fields that a form sends several times: each must be read whole. */
export function listsOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { type }]) =>
    type === "networks" || type === "choices" ? [name] : [],
  );
}

/** An entry as its form shows it to be changed. */
export function readSubmitted(
  register: Register,
  { title, networkId, refs, values }: EntryInput,
  language: Language,
): Submitted {
  return {
    ...inLanguages("title", title),
    network: String(networkId),
    refs: refs.join(", "),
    ...valuesForForm(register.fields, values, language),
  };
}

/**
 * What a new entry's form says before anybody types: what an address brings along (an action, a network, of the register's own
 * fields those that a place to enter something says already), and what a choice begins with. What does not fit is left out.
 */
export function valuesToBegin(register: Register, query: URLSearchParams, networks: readonly Network[]): Submitted {
  const fields = Object.entries(register.fields).map(([name, field]): [string, string | string[]] => {
    if (listsOf({ [name]: field }).length > 0) return [name, query.getAll(name)];
    const asked = query.get(name) ?? "";
    return [name, canSay(asked, field) ? asked : (field.type === "choice" && field.begins) || ""];
  });
  return {
    ...Object.fromEntries(fields),
    refs: query.get("action") ?? "",
    network: String(networks.find(({ slug }) => slug === query.get("network"))?.id ?? ""),
  };
}

function canSay(asked: string, field: Field): boolean {
  if (field.type === "choice") return field.options.includes(asked);
  if (field.type === "language") return isOneOf(LANGUAGES, asked);
  return field.type !== "day" || isDay(asked);
}

/** What fields hold, as their controls show it. */
export function valuesForForm(fields: Fields, values: Values, language: Language): Submitted {
  return Object.assign(
    {},
    ...Object.entries(fields).map(([name, { type }]): Submitted => {
      const value = values[name];
      if (value === null || value === undefined) return {};
      switch (type) {
        case "prose":
          return inLanguages(name, value as Translated);
        case "number":
          return { [name]: numberForInput(value as number, LOCALES[language]) };
        case "networks":
        case "choices":
          return { [name]: (value as (number | string)[]).map(String) };
        case "entries":
          return { [name]: (value as number[]).map(entryName).join(", ") };
        case "file":
          return { [name]: (value as StoredFile).name };
        default:
          return { [name]: String(value) };
      }
    }),
  );
}

const inLanguages = (name: string, said: Translated): Submitted =>
  Object.fromEntries(Object.entries(said).map(([language, text]) => [`${name}.${language}`, text]));

/** The networks that an entry names: its own, and those that its fields name. */
export function networksIn(
  { fields }: Pick<Register, "fields">,
  { networkId, values }: Pick<EntryInput, "networkId" | "values">,
): number[] {
  const named = Object.entries(fields).filter(([, { type }]) => type === "networks");
  return [networkId, ...named.flatMap(([name]) => (values[name] as number[] | undefined) ?? [])];
}

/** The networks that a viewer may enter something for, and all that can be named; `chosen` as in `parseEntry`. */
export function networkChoices(
  viewer: Viewer,
  networks: readonly Network[],
  language: Language,
  kept: Pick<Register, "board" | "maintainers" | "kinds">,
  chosen: readonly number[] = [],
) {
  const all = networkOptions(networks, language, chosen);
  const byId = new Map(networks.map((network) => [network.id, network]));
  const own = all.filter(({ id }) => {
    const network = byId.get(id);
    return network && fitsKind(kept, network) && mayEditEntry(viewer, { ...kept, network });
  });
  return { own, all };
}
