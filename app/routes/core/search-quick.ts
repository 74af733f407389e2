import { hiddenComments } from "~/features/committee/reviews/views.server.ts";
import { quickSearch } from "~/features/core/search/queries.server.ts";
import { readSearchText } from "~/features/core/search/schemas.ts";
import { forViewer } from "~/http/visit.server.ts";

/** The best that is found, as JSON: asked for by the quick switcher while somebody is typing. */
export const loader = forViewer(({ db, url, viewer, networks, language }) =>
  Response.json(quickSearch(db, readSearchText(url.searchParams).q, language, hiddenComments(db, viewer, networks)), {
    headers: { "Cache-Control": "private, max-age=30", Vary: "Cookie" },
  }),
);
