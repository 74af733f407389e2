import type { Language } from "~/domain.ts";
import { parseForm } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { type EntryRow, editEntry, loadEntry } from "~/features/tools/engine/mutations.server.ts";
import { findEntry, readIn } from "~/features/tools/engine/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { type FundingStage, funding } from "./funding.ts";
import { movedSchema, moveSchema } from "./schemas.ts";

/** What came of a move: made, from where; or overtaken, and where the stream stands now. */
export type MoveAnswer = { id: number; title: string; stage: FundingStage; version: number } & (
  | { outcome: "moved"; from: FundingStage }
  | { outcome: "stale"; wanted: FundingStage }
);

interface Moving {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

/**
 * Moves a stream to the stage that a form names; to take a move back is another one.
 *
 * @returns null when the form is none of ours
 * @throws Refusal 404 and 403, as for any change of an entry
 */
export function moveByForm({ db, by, viewer, language }: Moving, form: FormData): MoveAnswer | null {
  if (form.get("intent") !== "move") return null;
  const parsed = parseForm(moveSchema, form);
  if (!parsed.ok) return null;
  const { id, version, stage } = parsed.value;
  const from = standing(db, id, language).stage;
  const { status } = editEntry(db, by, viewer, funding, { id, version }, { values: { stage } });
  const now = standing(db, id, language);
  return status === "stale" ? { outcome: "stale", wanted: stage, ...now } : { outcome: "moved", from, ...now };
}

/** The move that an address says was just made, as long as the stream has not changed again. 2 statements. */
export function justMoved(db: Database, query: URLSearchParams, language: Language): MoveAnswer | null {
  const asked = movedSchema.safeParse(Object.fromEntries(query));
  if (!asked.success) return null;
  const { moved, as, from } = asked.data;
  const found = findEntry(db, funding, moved);
  if (!found || found.row.removedAt) return null;
  const now = saidOf(found.row, language);
  return now.version === as && now.stage !== from ? { outcome: "moved", from, ...now } : null;
}

const standing = (db: Database, id: number, language: Language) => saidOf(loadEntry(db, funding, id), language);

function saidOf({ id, title, fields, version }: EntryRow, language: Language) {
  return { id, version, title: readIn(title, language).title, stage: fields.stage as FundingStage };
}
