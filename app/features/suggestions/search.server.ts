import type { Details } from "~/features/core/details.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { SearchSource, SearchSources } from "~/features/core/search/sources.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { suggestionDetails } from "./details.server.ts";

type Suggestion = Details["suggestion"];

const suggestion: SearchSource<Suggestion> = {
  details: suggestionDetails,
  shown: ({ title, ref }, { id, board, state, origin }, reader) => ({
    to: `/suggestions/${id}`,
    ref,
    title,
    board,
    state,
    origin: origin[reader],
  }),
};

/** An answer shows the title of its suggestion. */
const answer: SearchSource<Suggestion> = {
  details: suggestionDetails,
  shown: (_, { id, title, lang, board, state, origin }, reader) => ({
    to: `/suggestions/${id}#answer`,
    ref: suggestionName(id),
    title,
    board,
    state,
    origin: origin[reader],
    lang: foreign(lang, reader),
  }),
};

export const suggestionSearch = { suggestion, answer } satisfies Partial<SearchSources>;
