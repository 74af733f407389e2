import { forAnyone, notFound } from "~/http/visit.server.ts";

/** Every address that the map does not know. */
export const loader = forAnyone((visit) => notFound(visit));
export const action = loader;

export default function NotFound() {
  return null;
}
