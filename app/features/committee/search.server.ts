import type { Details } from "~/features/core/details.server.ts";
import type { SearchSource, SearchSources } from "~/features/core/search/sources.server.ts";
import { FOUND_FROM } from "~/features/core/search/terms.ts";
import { decisionDetails } from "./details.server.ts";

const decision: SearchSource<Details["decision"]> = {
  details: decisionDetails,
  shown: (hit, { id, state, quarter }) => {
    // Of a long one the title is its beginning, cut between words; what was found further on is shown in its piece.
    const title = hit.text ? `${hit.title.replace(/\s+\S*$/, "")}…` : hit.title;
    const text = title.includes(FOUND_FROM) ? "" : hit.text;
    return { to: `/decisions/${id}`, title, text, decisionState: state, quarter };
  },
};

export const committeeSearch = { decision } satisfies Partial<SearchSources>;
