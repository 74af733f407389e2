import type { Language } from "~/domain.ts";
import { parseForm, type Submitted } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { editEntry } from "~/features/tools/engine/mutations.server.ts";
import { findEntry, readIn } from "~/features/tools/engine/queries.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { placeOf } from "./map.server.ts";
import { type Place, samePlace } from "./place.ts";
import { placedSchema, placeSchema } from "./schemas.ts";
import { stakeholders } from "./stakeholders.ts";

/** Somebody on the map, as what became of a form names them. */
interface Named {
  id: number;
  title: string;
  /** Of the entry as it stands now. */
  version: number;
}

/** What putting somebody elsewhere comes to, with the HTTP status that says so. */
export type PlaceAnswer =
  | ({ outcome: "placed"; http: 200; from: Place; to: Place } & Named)
  | ({ outcome: "unchanged"; http: 200 } & Named)
  | ({ outcome: "stale"; http: 409; now: Place; wanted: Place } & Named)
  | { outcome: "invalid"; http: 422; id: number; problems: Record<string, ProblemCode>; submitted: Submitted };

/**
 * Puts somebody elsewhere on the map, by form.
 *
 * @returns null when the form is not one that our pages make
 * @throws Refusal 404 or 403 as `editEntry` does
 */
export function placeByForm(
  db: Database,
  by: By,
  viewer: Viewer,
  form: FormData,
  language: Language,
): PlaceAnswer | null {
  if (form.get("intent") !== "place") return null;
  const parsed = parseForm(placeSchema, form);
  if (!parsed.ok) {
    const { problems, submitted } = parsed;
    return problems.entry || problems.version
      ? null
      : { outcome: "invalid", http: 422, id: Number(submitted.entry), problems, submitted };
  }
  const { entry: id, version, ...wanted } = parsed.value;
  const was = findEntry(db, stakeholders, id);
  const { status } = editEntry(db, by, viewer, stakeholders, { id, version }, { values: { ...wanted } });
  const found = findEntry(db, stakeholders, id);
  if (!was || !found) throw new Refusal(404, `There is no stakeholder ${id}.`);
  const named = { id, version: found.row.version, title: readIn(found.row.title, language).title };
  const now = placeOf(found.values);
  switch (status) {
    case "saved":
      return { outcome: "placed", http: 200, ...named, from: placeOf(was.values), to: now };
    case "unchanged":
      return { outcome: "unchanged", http: 200, ...named };
    case "stale":
      return { outcome: "stale", http: 409, ...named, now, wanted };
  }
}

/** Back to the map as it was, with what it takes to tell who was put elsewhere and to take it back. */
export function afterPlacing(answer: PlaceAnswer, back: string): string {
  const [path = "/stakeholders", search = ""] = back.replace(/#.*$/, "").split("?");
  const query = new URLSearchParams(search);
  for (const name of PLACED) query.delete(name);
  if (answer.outcome === "placed" && path === "/stakeholders") {
    const { id, version, from } = answer;
    const said = { placed: String(id), as: String(version), influence_was: from.influence, stance_was: from.stance };
    for (const [name, value] of Object.entries(said)) query.set(name, value ?? "");
  }
  return `${path}${query.size > 0 ? `?${query}` : ""}`;
}

const PLACED = Object.keys(placedSchema.shape);

/** Who an address says was just put elsewhere, as long as their entry has not changed again. 2 statements. */
export function justPlaced(db: Database, query: URLSearchParams, language: Language): PlaceAnswer | null {
  const asked = placedSchema.safeParse(Object.fromEntries(query));
  if (!asked.success) return null;
  const { placed: id, as, influence_was: influence, stance_was: stance } = asked.data;
  const found = findEntry(db, stakeholders, id);
  if (!found || found.row.removedAt || found.row.version !== as) return null;
  const [from, to] = [{ influence, stance }, placeOf(found.values)];
  if (samePlace(from, to)) return null;
  const { title } = readIn(found.row.title, language);
  return { outcome: "placed", http: 200, id, version: as, title, from, to };
}
