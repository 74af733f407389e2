import { msg } from "@lingui/core/macro";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { RegisterName } from "~/domain.ts";
import {
  type CalendarItem,
  type CalendarRange,
  type CalendarSource,
  MOST_OF_A_KIND,
} from "~/features/plan/calendar/items.server.ts";
import { textShown } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { entries } from "~db/schema/tools.ts";
import { publications } from "./communication/publications/publications.ts";
import { exchanges } from "./learning/exchanges/exchanges.ts";
import { windows } from "./lobbying/windows/windows.ts";

/** What the boards' own tools have in a calendar, by the days that their entries name. */
export const toolsCalendar: CalendarSource[] = [
  { kind: "window", name: msg`Advocacy windows`, items: (db, range) => entriesIn(db, range, windows, "first") },
  { kind: "exchange", name: msg`Exchanges`, items: (db, range) => entriesIn(db, range, exchanges, "first") },
  { kind: "publication", name: msg`Publications`, items: (db, range) => entriesIn(db, range, publications, "day") },
];

/** The entries of a tool that touch a range of days. No statement for another board's tool. */
function entriesIn(
  db: Database,
  { boards, language, from, to }: CalendarRange,
  { name, board }: { name: RegisterName; board: CalendarRange["boards"][number] },
  field: "first" | "day",
): CalendarItem[] {
  if (!boards.includes(board)) return [];
  const first = sql<string>`${entries.fields} ->> ${`$.${field}`}`;
  const last = sql<string>`coalesce(${entries.fields} ->> '$.last', ${first})`;
  return db
    .select({ id: entries.id, title: entries.title, first, last })
    .from(entries)
    .where(and(eq(entries.register, name), isNull(entries.removedAt), sql`${first} <= ${to}`, sql`${last} >= ${from}`))
    .orderBy(first, entries.id)
    .limit(MOST_OF_A_KIND)
    .all()
    .map(({ id, title, first, last }) => {
      const { text, lang } = textShown(title, language);
      return { id: String(id), title: text, lang, to: `/${name}/${id}`, board, first, last };
    });
}
