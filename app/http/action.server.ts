import { redirect } from "@remix-run/node";
import { notFound, type Visit } from "./visit.server.ts";

/** The reference that an address names, such as `LOB-3`. Throws a redirect to it from small letters, 404 for what is none. */
export function actionRefAsked(visit: Visit): string {
  const { params, url } = visit;
  const asked = params.ref ?? "";
  if (!/^[a-z]{3}-\d{1,9}$/i.test(asked)) return notFound(visit);
  const ref = asked.toUpperCase();
  if (ref !== asked) throw redirect(url.pathname.replace(asked, ref) + url.search);
  return ref;
}
