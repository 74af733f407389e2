import { hiddenViews } from "~/features/reviews/views.server.ts";
import { quickSearch } from "~/features/search/queries.server.ts";
import { readSought } from "~/features/search/schemas.ts";
import { forViewer } from "~/http/visit.server.ts";

/** The best that is found, as JSON: asked for by the quick switcher while somebody is typing. */
export const loader = forViewer(({ db, url, viewer, networks, language }) =>
  Response.json(quickSearch(db, readSought(url.searchParams).q, language, hiddenViews(db, viewer, networks)), {
    headers: { "Cache-Control": "private, max-age=30" },
  }),
);
