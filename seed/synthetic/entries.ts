import { addDays, formatISO } from "date-fns";
import { asc, eq } from "drizzle-orm";
import { LANGUAGES, type NetworkKind } from "~/domain.ts";
import type { NetworkNode } from "~/features/core/policy.ts";
import { allRegisters } from "~/features/tools/engine/all.ts";
import type { Field, Fields, Values } from "~/features/tools/engine/field.ts";
import { addEntry } from "~/features/tools/engine/mutations.server.ts";
import { addPart } from "~/features/tools/engine/parts.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, networks } from "~db/schema.ts";

/**
 * So many plainly synthetic entries in each of the boards' own tools, every second of them with one of each of its parts:
 * made from the registers' definitions, so that a further register has them by itself.
 */
export function addSyntheticEntries(db: Database, count: number, now: Date): void {
  const by = { personId: null, at: now };
  const all = db.select({ id: networks.id, kind: networks.kind }).from(networks).orderBy(asc(networks.id)).all();
  const ids = all.filter(({ kind }) => kind === "continental").map(({ id }) => id);
  for (const register of allRegisters()) {
    const ofBoard = eq(actions.board, register.board);
    const refs = db.select({ ref: actions.ref }).from(actions).where(ofBoard).orderBy(asc(actions.id)).limit(50).all();
    for (let n = 0; n < count; n += 1) {
      const networkId = pick(ids, n);
      const ref = refs[n % Math.max(1, refs.length)]?.ref;
      const entry = addEntry(db, by, null, register, {
        title: {
          en: `Synthetic entry ${n + 1} of ${register.name}`,
          fr: `Fiche synthétique ${n + 1} : ${register.name}`,
        },
        networkId,
        refs: ref ? [ref] : [],
        values: valuesOf(register.fields, n, now, all),
      });
      if (n % 2 === 1) continue;
      for (const [kind, { fields, network }] of Object.entries(register.parts))
        addPart(
          db,
          by,
          null,
          register,
          { entryId: entry, kind },
          { networkId: network ? networkId : null, language: "en", values: valuesOf(fields, n, now, all) },
        );
    }
  }
}

function valuesOf(fields: Fields, n: number, now: Date, all: readonly NetworkNode[]): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, heldIn(field, n, now, all)]));
}

/** Days lie scattered within two years around now; what links to other entries or to a file is left empty. */
function heldIn(field: Field, n: number, now: Date, all: readonly NetworkNode[]): unknown {
  switch (field.type) {
    case "text":
      return `Synthetic ${n % 40}`;
    case "prose":
      return { en: `A synthetic paragraph, number ${n}.` };
    case "paragraph":
      return `Synthetic words, number ${n}.`;
    case "choice":
      return pick(field.options, n);
    case "choices":
      return [pick(field.options, n)];
    case "language":
      return pick(LANGUAGES, n);
    case "number":
      return Math.min(field.most, Math.max(field.least, ((n % 50) + 1) * (field.decimals === 0 ? 1 : 1000)));
    case "day":
      return formatISO(addDays(now, ((n * 37) % 700) - 350), { representation: "date" });
    case "url":
      return `https://example.org/${n}`;
    case "networks":
      return [pick(named(field.kinds ?? ["continental"], all), n)];
    case "entries":
      return [];
    // Nothing is written to the folder of files.
    case "file":
      return null;
  }
}

const named = (kinds: readonly NetworkKind[], all: readonly NetworkNode[]) =>
  all.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);

function pick<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length];
  if (one === undefined) throw new Error("Synthetic entries need the Geneva planning.");
  return one;
}
