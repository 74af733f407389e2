import { allRegisters } from "~/features/tools/engine/all.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticEntries } from "~seed/synthetic/entries.ts";
import { type Fill, pageFigures, printTable, type Row } from "./bench.ts";

/* The boards' own tools, each with 100 and with 1,000 synthetic entries, beside a plan of 1,000 synthetic actions. */

const ACTIONS = 1000;
const PAGES = {
  ...Object.fromEntries(allRegisters().map(({ name }) => [name, `/${name}`])),
  "funding, the totals": "/funding/totals",
  "exchanges, the calendar": "/exchanges/calendar",
  "a network, with what fits its offers": "/networks/asia",
  "publications, the calendar": "/publications/calendar",
  "one entry": "/stakeholders/1",
  "a spreadsheet": "/stakeholders/entries.csv",
};

async function measure(entries: number): Promise<Row> {
  const fill: Fill = (db, now) => {
    addSyntheticActions(db, ACTIONS, now);
    addSyntheticEntries(db, entries, now);
  };
  return pageFigures(fill, PAGES);
}

await printTable("entries of each", [100, 1000], measure);
