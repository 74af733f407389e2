import { findReview } from "~/features/committee/reviews/list.server.ts";
import { viewReaders, viewRights } from "~/features/committee/reviews/views.server.ts";
import { maySuggest } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { findPeople, type MayRead } from "~/features/plan/comments/people.server.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";

const OFFERED = 8;
const LETTERS_AT_MOST = 100;

/** The people whom a comment can notify, as JSON: asked for while somebody types a name after @. */
export const loader = forViewer((visit) => {
  const { db, viewer, language, url } = visit;
  if (!maySuggest(viewer)) return forbidden(visit);
  const words = (url.searchParams.get("q") ?? "").slice(0, LETTERS_AT_MOST);
  const { people } = findPeople(db, words, { viewer, language, mayRead: readersAsked(visit), limit: OFFERED });
  return Response.json(people, { headers: { "Cache-Control": "private, max-age=30", Vary: "Cookie" } });
});

/** Who reads the continental network's view that is commented on, where it is one. */
function readersAsked(visit: SignedInVisit): MayRead | undefined {
  const { db, viewer, networks, url } = visit;
  const quarter = url.searchParams.get("quarter");
  if (!quarter) return undefined;
  const review = findReview(db, quarter) ?? notFound(visit);
  const network = networks.find(({ slug }) => slug === url.searchParams.get("network")) ?? notFound(visit);
  if (!viewRights(db, viewer, network, review).comment) return forbidden(visit);
  return viewReaders(db, network, review);
}
