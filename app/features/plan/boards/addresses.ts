import { STAGES } from "~/domain.ts";
import { ASIDE } from "~/features/plan/actions/stage.ts";
import { asSearch, boardSearch, HOW_MUCH, MOST_CARDS } from "./filters.ts";

/* Addresses of a board that only its menu and its filters lead to: a board is there before the browser needs them. */

/** The query string without one value of one of its filters: as many cards and rows as at first, on the first page. */
export function withoutFilter(query: URLSearchParams, name: string, value: string): string {
  const next = new URLSearchParams(boardSearch(query));
  const others = next.getAll(name).filter((one) => one !== value);
  for (const one of [...HOW_MUCH, name]) next.delete(one);
  for (const one of others) next.append(name, one);
  return asSearch(next);
}

/** The query string with which a board shows every card of every column, for printing it whole. */
export function withEverything(query: URLSearchParams): string {
  const next = new URLSearchParams(boardSearch(query));
  next.set("shown", STAGES.map((stage) => `${stage}:${MOST_CARDS}`).join(","));
  next.delete("open");
  for (const stage of ASIDE) next.append("open", stage);
  return asSearch(next);
}

/** The query string with which a table has all its rows on one page, for printing it whole. */
export function withAllRows(query: URLSearchParams): string {
  const next = new URLSearchParams(boardSearch(query));
  next.delete("page");
  next.set("rows", "all");
  return asSearch(next);
}

/** A board's address as it is kept by name: its filters and its view, in one order, so that two that show the same are the same. */
export function savedQuery(query: URLSearchParams): string {
  const next = new URLSearchParams(boardSearch(query));
  for (const name of HOW_MUCH) next.delete(name);
  const filled = new URLSearchParams([...next].filter(([name, value]) => value || name === "columns"));
  filled.sort();
  return asSearch(filled).slice(1);
}
