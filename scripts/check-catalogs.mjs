import { readFileSync } from "node:fs";
import { createCompiledCatalog, getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";

/*
 * Fails while a message is missing from a catalog, lacks a translation, cannot be compiled, is no longer used, names other
 * files than those that it stands in, or is translated in two ways. Lingui gathers and reads; no file is written.
 */

const config = getConfig();
const translations = Object.fromEntries(config.locales.map((language) => [language, new Map()]));
const problems = [];
for (const catalog of await getCatalogs(config)) {
  // A file that does not name Lingui has no message, and need not pass through Babel.
  const files = catalog.sourcePaths.filter(
    (file) => /\.tsx?$/.test(file) && readFileSync(file, "utf8").includes("@lingui/"),
  );
  const used = (await catalog.collect({ files })) ?? problems.push(`${catalog.path} cannot be gathered`);
  for (const language of config.locales) check(catalog, language, used, await catalog.read(language));
}

if (problems.length > 0) {
  process.stderr.write(
    `${problems.join("\n")}\n\n\`npm run i18n\` gathers new messages into the catalogs; then translate them.\n`,
  );
  process.exit(1);
}
process.stdout.write(`Every message is there in ${config.locales.join(", ")}.\n`);

function check(catalog, language, used, kept) {
  const name = catalog.getFilename(language);
  for (const [id, { message }] of Object.entries(used)) {
    if (!kept[id] || kept[id].obsolete) problems.push(`${name} lacks: ${message}`);
  }
  for (const [id, { message, translation, origin, obsolete }] of Object.entries(kept)) {
    if (obsolete || !used[id]) {
      problems.push(`${name} keeps what is no longer used: ${message}`);
      continue;
    }
    if (filesOf(origin) !== filesOf(used[id].origin)) problems.push(`${name} names other files for: ${message}`);
    if (language === config.sourceLocale) continue;
    if (!translation) problems.push(`${name} does not translate: ${message}`);
    // A browser that has two areas' messages keeps the one that came last.
    const known = translations[language];
    if (known.has(id) && known.get(id) !== translation)
      problems.push(`${name} translates otherwise than another area: ${message}`);
    known.set(id, translation);
    const { errors } = createCompiledCatalog(language, { [id]: translation }, { namespace: "es" });
    for (const { error } of errors) problems.push(`${name} cannot compile: ${message} (${error.message})`);
  }
}

function filesOf(origin = []) {
  return [...new Set(origin.map(([file]) => file))].sort().join(" ");
}
