import { quickSearch } from "~/features/search/queries.server.ts";
import { readSought } from "~/features/search/schemas.ts";
import { forViewer } from "~/http/visit.server.ts";

/** The best that is found, as JSON: asked for by the quick switcher while somebody is typing. */
export const loader = forViewer(({ db, url, language }) =>
  Response.json(quickSearch(db, readSought(url.searchParams).q, language), {
    headers: { "Cache-Control": "private, max-age=30" },
  }),
);
