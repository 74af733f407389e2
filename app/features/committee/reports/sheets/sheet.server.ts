import { msg } from "@lingui/core/macro";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import { type Datum, SLIM } from "~/lib/table.ts";
import type { NotificationTexts } from "../notify.server.ts";
import type { Sheet, SheetId } from "../paper.ts";

/** Makes one table of what the reviews say. */
export type Maker = (snapshots: readonly ReviewSnapshot[], telling: NotificationTexts) => Sheet;

/** A sheet from its columns (name and width), after that of the quarter, and its rows. */
export function sheet(
  id: SheetId,
  name: string,
  telling: NotificationTexts,
  columns: readonly (readonly [name: string, width: number])[],
  rows: Datum[][],
): Sheet {
  const all = [[telling.i18n._(msg`Quarter`), SLIM] as const, ...columns];
  return { id, name, columns: all.map(([head, width]) => ({ name: head, width })), rows };
}

/** The rows of each review, before which its quarter is set. */
export const rowsOf = (
  snapshots: readonly ReviewSnapshot[],
  rows: (snapshot: ReviewSnapshot) => Datum[][],
): Datum[][] => snapshots.flatMap((snapshot) => rows(snapshot).map((row) => [snapshot.quarter, ...row]));
