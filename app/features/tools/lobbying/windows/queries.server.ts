import type { Language } from "~/domain.ts";
import { partsOf } from "~/features/tools/engine/parts.server.ts";
import type { ListedEntry } from "~/features/tools/engine/queries.server.ts";
import { dayOf } from "~/lib/days.ts";
import type { Database } from "~db/connection.ts";
import { countBack, nextOf } from "./countdown.ts";

/** What is to be done before each of these meetings, reckoned back from its first day. 1 statement. */
export function milestonesOf(
  db: Database,
  meetings: readonly Pick<ListedEntry, "id" | "values">[],
  language: Language,
  at: Date,
) {
  const parts = partsOf(
    db,
    meetings.map(({ id }) => id),
  ).filter(({ kind }) => kind === "milestones");
  return new Map(
    meetings.map(({ id, values }) => {
      const own = parts
        .filter(({ entryId }) => entryId === id)
        .map((part) => ({
          id: part.id,
          version: part.version,
          language: part.language ?? language,
          lang: part.language === language ? null : part.language,
          weeks: Number(part.fields.weeks),
          what: String(part.fields.what),
          done: part.fields.state === "done",
        }));
      return [id, countBack(String(values.first), own, dayOf(at))];
    }),
  );
}

export type MilestoneShown = NonNullable<ReturnType<ReturnType<typeof milestonesOf>["get"]>>[number];

/** What comes next before each of these meetings, and how many are late. 1 statement. */
export function nextMilestones(...asked: Parameters<typeof milestonesOf>) {
  return Object.fromEntries(
    [...milestonesOf(...asked)].map(([id, all]) => [
      id,
      { next: nextOf(all) ?? null, late: all.filter(({ late }) => late).length },
    ]),
  );
}
