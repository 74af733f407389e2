/** The page of a list that an address asks for: from 1, whatever stands there. */
export function pageFrom(query: URLSearchParams, name = "page"): number {
  return Math.max(1, Math.trunc(Number(query.get(name))) || 1);
}
