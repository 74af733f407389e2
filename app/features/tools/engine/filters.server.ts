import { z } from "zod";
import { isOneOf, LANGUAGES, type NetworkKind } from "~/domain.ts";
import { descendantsOf, type Network } from "~/features/core/network-tree.ts";
import { parseActionRef } from "~/features/plan/actions/reference.ts";
import { fitsKind, type Register } from "./register.ts";

/** What narrows a register's list. */
export interface Filters {
  q: string;
  /** A network with all below it; the international one alone, since everything is below it. */
  network: { slug: string; branch: ReadonlySet<number> } | null;
  /** An action's reference. */
  action: string | null;
  /** By field, the option that was chosen. */
  choices: Record<string, string>;
  /** By field that names networks, the one that was chosen. */
  named: Record<string, { slug: string; id: number }>;
  /** Of the field that the register is read by year. */
  year: { field: string; year: number } | null;
  /** Of a register whose entries pass: by which days, and whether what has passed is shown or what lies ahead. */
  past: { by: readonly string[]; today: string; over: boolean } | null;
  /** What was taken off the list, instead of what stands on it. */
  removed: boolean;
}

const MOST_LETTERS = 200;
const yearSchema = z.coerce.number().int().min(1900).max(2200).nullable().catch(null);

/** Reads the query string of a register's list; what does not fit is left out. */
export function readFilters(
  register: Register,
  query: URLSearchParams,
  networks: readonly Network[],
  today: string,
): Filters {
  const network = networks.find(({ slug }) => slug === query.get("network"));
  const year = yearSchema.parse(query.get("year") || null);
  const field = yearField(register);
  return {
    q: (query.get("q") ?? "").trim().slice(0, MOST_LETTERS),
    network: network
      ? {
          slug: network.slug,
          branch: network.kind === "international" ? new Set([network.id]) : descendantsOf(networks, network.id),
        }
      : null,
    action: parseActionRef(query.get("action") ?? ""),
    choices: Object.fromEntries(
      filterFields(register).flatMap(({ name, options }) => {
        const chosen = query.get(name);
        return chosen && isOneOf(options, chosen) ? [[name, chosen]] : [];
      }),
    ),
    named: Object.fromEntries(
      networkFields(register).flatMap(({ name, kinds }) => {
        const one = networks.find(({ slug }) => slug === query.get(name));
        return one && fitsKind({ kinds }, one) ? [[name, { slug: one.slug, id: one.id }]] : [];
      }),
    ),
    year: year && field ? { field, year } : null,
    past: register.expiryFields ? { by: register.expiryFields, today, over: query.get("past") === "1" } : null,
    removed: query.get("removed") === "1",
  };
}

/** The choices by which a register can be narrowed. */
export function filterFields(register: Register): { name: string; options: readonly string[] }[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    if (!field.filter) return [];
    if (field.type === "choice" || field.type === "choices") return [{ name, options: field.options }];
    return field.type === "language" ? [{ name, options: LANGUAGES }] : [];
  });
}

/** The fields that name networks and by which a register can be narrowed. */
export function networkFields(register: Register): { name: string; kinds: readonly NetworkKind[] | undefined }[] {
  return Object.entries(register.fields).flatMap(([name, field]) =>
    field.filter && field.type === "networks" ? [{ name, kinds: field.kinds }] : [],
  );
}

/** The field whose year narrows the list, if the register has one. */
export function yearField(register: Register): string | null {
  return Object.entries(register.fields).find(([, { type, filter }]) => type === "day" && filter)?.[0] ?? null;
}

/** The filters as an address has them, without the page. */
export function filterQuery({ q, network, action, choices, named, year, past, removed }: Filters): URLSearchParams {
  const query = new URLSearchParams(choices);
  for (const [name, { slug }] of Object.entries(named)) query.set(name, slug);
  if (q) query.set("q", q);
  if (network) query.set("network", network.slug);
  if (action) query.set("action", action);
  if (year) query.set("year", String(year.year));
  if (past?.over) query.set("past", "1");
  if (removed) query.set("removed", "1");
  return query;
}
