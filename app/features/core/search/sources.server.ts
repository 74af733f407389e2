import type { SQL } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { DetailsSql } from "~/features/core/details.server.ts";
import type { Found } from "./found.ts";
import type { SearchKind } from "./kinds.ts";

/** A text of the index that matches, the best of the thing to which it belongs. */
export interface Hit {
  subjectId: number;
  /** Empty for what has no reference. */
  ref: string;
  /** Its title, with what was found between marks; empty for a text without one. */
  title: string;
  /** A piece of the text, as `Found.text`. */
  text: string;
  /** The language of the text; null where it has none, as a name. */
  lang: Language | null;
}

/** What a source says of a hit. What it leaves out does not apply to its kind; `text` and `textLang` are the hit's own. */
type Shown = Pick<Found, "to" | "title"> & Partial<Omit<Found, "kind" | "to" | "title">>;

/** How an area shows what is found of one kind. */
export interface SearchSource<Told = unknown> {
  /** SQL for what `shown` gets of the thing. */
  details: DetailsSql;
  shown(hit: Hit, told: Told, reader: Language): Shown;
}

export type SearchSources<Kinds extends SearchKind = SearchKind> = Record<Kinds, SearchSource>;

let registered: SearchSources | undefined;

/** Called once, at the composition root (`app/areas.server.ts`), with the sources of all areas. */
export function registerSearchSources(sources: SearchSources): void {
  registered = sources;
}

/** @throws where nothing was registered */
export function searchSources(): SearchSources {
  if (!registered) throw new Error("No area has registered what is found: app/areas.server.ts was not loaded.");
  return registered;
}

/** SQL for the ids of comments that the reader does not read yet. */
export type HiddenComments = SQL | undefined;
