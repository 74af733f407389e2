import { forAnyone, refused } from "~/http/visit.server.ts";

/** Where the server sends what it refuses before any page sees it, so that it too is said in the layout and the language. */
export const loader = forAnyone((visit) => refused(visit));
export const action = loader;

export default function Refused() {
  return null;
}
