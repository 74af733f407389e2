import { msg } from "@lingui/core/macro";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import { type Datum, SLIM } from "~/lib/table.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Sheet, SheetId } from "../paper.ts";

/** Makes one table of what the reviews say. */
export type Maker = (snapshots: readonly ReviewSnapshot[], texts: DocumentTexts) => Sheet;

/** A sheet from its columns (name and width), after that of the quarter, and its rows. */
export function sheet(
  id: SheetId,
  name: string,
  texts: DocumentTexts,
  columns: readonly (readonly [name: string, width: number])[],
  rows: Datum[][],
): Sheet {
  const all = [[texts.i18n._(msg`Quarter`), SLIM] as const, ...columns];
  return { id, name, columns: all.map(([head, width]) => ({ name: head, width })), rows };
}

/** The rows of each review, before which its quarter is set. */
export const rowsOf = (
  snapshots: readonly ReviewSnapshot[],
  rows: (snapshot: ReviewSnapshot) => Datum[][],
): Datum[][] => snapshots.flatMap((snapshot) => rows(snapshot).map((row) => [snapshot.quarter, ...row]));
