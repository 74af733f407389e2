import type { Language, RegisterName } from "~/domain.ts";
import type { FieldChange } from "./field-change.ts";
import type { DiffBudget } from "./word-diff.ts";

type Values = Record<string, unknown>;

interface Reader {
  language: Language;
  networkName: (id: number) => string | null;
  budget?: DiffBudget;
}

/** What the boards' tools say of the events of their entries. */
export interface EntryLines {
  /** What changed in an entry or a part of it, in the reader's words. */
  changes(
    register: RegisterName,
    event: { before: Values | null; after: Values | null },
    reader: Reader,
  ): FieldChange[];
  /** The heading of the part that changed; null where the entry itself did. */
  heading(
    register: RegisterName,
    event: { before: Values | null; after: Values | null },
    language: Language,
  ): string | null;
}

let registered: EntryLines | undefined;

/** Called once, at the composition root (`app/areas.server.ts`). */
export function registerEntryLines(lines: EntryLines): void {
  registered = lines;
}

/** @throws where no tools were registered */
export function entryLines(): EntryLines {
  if (!registered) throw new Error("No tools are registered with history: app/areas.server.ts was not loaded.");
  return registered;
}
