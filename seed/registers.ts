import type { RegisterName, Translated } from "~/domain.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { addEntry, type EntryInput } from "~/features/tools/engine/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import alliancesData from "./data/alliances.json" with { type: "json" };
import identityData from "./data/identity.json" with { type: "json" };
import positionsData from "./data/positions.json" with { type: "json" };
import stakeholdersData from "./data/stakeholders.json" with { type: "json" };
import windowsData from "./data/windows.json" with { type: "json" };

/** An entry as seed/data writes it: networks by their slugs, everything else as the register's form would have it. */
interface SeedEntry {
  title: Translated;
  network: string;
  refs: string[];
  values: EntryInput["values"];
}

/** By register, in the order in which they are entered: what others link to comes first. */
const DATA: Partial<Record<RegisterName, SeedEntry[]>> = {
  stakeholders: stakeholdersData,
  positions: positionsData,
  windows: windowsData,
  alliances: alliancesData,
  identity: identityData,
};

/** Enters what the published planning says of partners, positions and the like into the boards' own tools. */
export function loadRegisters(db: Database, by: By, networkIds: ReadonlyMap<string, number>): void {
  for (const [name, entries] of Object.entries(DATA)) {
    const register = registerOf(name);
    if (!register) throw new Error(`There is no register ${name}.`);
    for (const { network, ...entry } of entries) {
      const networkId = networkIds.get(network);
      if (!networkId) throw new Error(`The seed knows no network ${network}.`);
      addEntry(db, by, null, register, { ...entry, networkId });
    }
  }
}
