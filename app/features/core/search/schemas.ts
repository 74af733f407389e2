import { z } from "zod";
import { pageFrom } from "~/ui/paging.ts";
import { SEARCH_KINDS, type SearchKind } from "./kinds.ts";

export interface SearchText {
  q: string;
  /** Narrowed to one kind; null for all. */
  kind: SearchKind | null;
  page: number;
}

/** Longer ones are cut: nobody looks for more. */
const MOST_LETTERS = 200;

const kindSchema = z.enum(SEARCH_KINDS).nullable().catch(null);

/** Reads the query string of `/search`; what does not fit is left out. */
export function readSearchText(query: URLSearchParams): SearchText {
  const q = (query.get("q") ?? "").trim().slice(0, MOST_LETTERS);
  return { q, kind: kindSchema.parse(query.get("kind") || null), page: pageFrom(query) };
}
