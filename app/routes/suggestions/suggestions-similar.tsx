import { similarTo } from "~/features/suggestions/similar.server.ts";
import { forViewer } from "~/http/visit.server.ts";

/** What sounds like a title, as JSON: asked for while one is typed. */
export const loader = forViewer(({ db, url, language }) => {
  const title = (url.searchParams.get("title") ?? "").slice(0, 200);
  return Response.json(similarTo(db, title, language), {
    headers: { "Cache-Control": "private, max-age=60", Vary: "Cookie" },
  });
});
