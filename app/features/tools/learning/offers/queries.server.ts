import type { Language } from "~/domain.ts";
import type { Values } from "~/features/tools/engine/field.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { allEntries } from "~/features/tools/engine/queries.server.ts";
import type { Theme } from "~/features/tools/learning/library/themes.ts";
import type { Database } from "~db/connection.ts";
import { fittingWith, type Offered } from "./matching.ts";
import { offers } from "./offers.ts";

/** What an entry says, as it is compared with others. */
export function offeredIn(
  { id, networkId, refs, values }: { id: number; networkId: number; refs: readonly string[]; values: Values },
  today: string,
): Offered {
  const { kind, theme, state, until } = values;
  return {
    id,
    networkId,
    refs,
    kind: kind === "offer" ? "offer" : "ask",
    theme: (theme as Theme | undefined) ?? null,
    open: state === "open" && String(until) >= today,
  };
}

/** All that networks offer and ask for and that stands open. 2 statements. */
export function openOffers(db: Database, language: Language, today: string) {
  const filters = readFilters(offers, new URLSearchParams("state=open"), [], today);
  return allEntries(db, offers, filters, language).map(({ network, title, lang, ...entry }) => ({
    ...offeredIn({ ...entry, networkId: network.id }, today),
    title,
    lang,
    network,
  }));
}

export type OpenOffer = ReturnType<typeof openOffers>[number];

/** How many fit with each of these that stand open. 2 statements. */
export function fittingCounts(db: Database, ids: readonly number[], language: Language, today: string) {
  const open = openOffers(db, language, today);
  return Object.fromEntries(
    open.filter(({ id }) => ids.includes(id)).map((one) => [one.id, fittingWith(one, open).length]),
  );
}

/** So many of a network's own stand on its page, and so many of what fits with each: the rest is a link away. */
const MOST = { own: 8, fitting: 3 };

/** What a network offers and asks for and that stands open, each with what fits with it. 2 statements. */
export function offersOf(db: Database, networkId: number, language: Language, today: string) {
  const open = openOffers(db, language, today);
  const own = open.filter((one) => one.networkId === networkId);
  return {
    total: own.length,
    rows: own.slice(0, MOST.own).map((one) => {
      const fitting = fittingWith(one, open);
      return { ...one, fitting: fitting.slice(0, MOST.fitting), more: Math.max(0, fitting.length - MOST.fitting) };
    }),
  };
}
