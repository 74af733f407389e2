import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { PARTS } from "../../../scripts/catalog-parts.ts";

/*
 * The browser loads the words of a part only where a module asks for them (`app/i18n/<part>.client.ts`). Whatever it loads by
 * itself, a route or a piece that comes later, must ask for all the parts whose words it shows: otherwise a page that the
 * server wrote in words would be taken over with their codes.
 */

const entries = [
  "app/root.tsx",
  ...readdirSync("app/routes", { recursive: true, encoding: "utf8" }).map((name) => `app/routes/${name}`),
  ...modulesIn("app").flatMap((file) => importedLater(file)),
].filter((file) => file.endsWith(".tsx"));

const partsOf = new Map<string, string[]>();
for (const part of Object.keys(PARTS)) {
  for (const file of filesSaid(`app/i18n/locales/${part}/en.po`))
    partsOf.set(file, [...(partsOf.get(file) ?? []), part]);
}

describe("the words of a page", () => {
  it("stand in one part for each module", () => {
    const plan = filesSaid("app/i18n/locales/plan/en.po").filter((file) => partsOf.has(file));
    const several = [...partsOf].filter(([, parts]) => parts.length > 1).map(([file]) => file);
    expect([...plan, ...several]).toEqual([]);
  });

  it.each(entries)("are all asked for by %s", (entry) => {
    const modules = loadedWith(entry);
    const shown = new Map(modules.flatMap((file) => (partsOf.get(file) ?? []).map((part) => [part, file] as const)));
    const lacking = [...shown].filter(([part]) => !modules.includes(`app/i18n/${part}.client.ts`));
    expect(lacking.map(([part, file]) => `${part}, for ${file}`).join("; ")).toBe("");
  });
});

/** The module and all that it imports for the browser at once. */
function loadedWith(entry: string): string[] {
  const found = new Set([entry]);
  for (const file of found) for (const next of importedBy(file)) found.add(next);
  return [...found];
}

function importedBy(file: string): string[] {
  const code = readFileSync(file, "utf8");
  const statements = code.matchAll(/^(?:import|export)\s(?!type\b)(?:[^;"']*?from\s)?"([^"]+)";/gm);
  return [...statements].flatMap(([, from = ""]) => resolved(from, file));
}

function importedLater(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/\bimport\("([^"]+)"\)/g)].flatMap(([, from = ""]) =>
    resolved(from, file),
  );
}

/** Our own modules, as far as the browser gets them. */
function resolved(from: string, importer: string): string[] {
  if (!/^[~.]/.test(from) || !/\.tsx?$/.test(from) || from.includes(".server.")) return [];
  const file = from.startsWith("~/") ? from.replace("~/", "app/") : normalize(join(dirname(importer), from));
  return file.startsWith("app/") && existsSync(file) ? [file] : [];
}

function modulesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".server."));
}

/** The modules that a catalog names as those that say its messages. */
function filesSaid(catalog: string): string[] {
  const lines = readFileSync(catalog, "utf8").matchAll(/^#: (.*)$/gm);
  return [...new Set([...lines].flatMap(([, files = ""]) => files.split(" ")))];
}
