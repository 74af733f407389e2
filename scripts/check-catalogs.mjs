import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * Fails while a visible word is missing from a catalog, lacks a translation, is no longer used, or is translated in two
 * ways: gathers the messages anew, compares, and puts the catalogs back as they were.
 */

const LOCALES = fileURLToPath(new URL("../app/i18n/locales", import.meta.url));
const LANGUAGES = ["nl", "fr", "es"];

const before = mkdtempSync(join(tmpdir(), "catalogs-"));
cpSync(LOCALES, before, { recursive: true });
const problems = [];
const translations = {};
try {
  execFileSync("node_modules/.bin/lingui", ["extract"], { stdio: ["ignore", "ignore", "inherit"] });
  for (const name of readdirSync(LOCALES, { recursive: true }).filter((one) => one.endsWith(".po"))) {
    const then = messagesIn(join(before, name));
    const now = messagesIn(join(LOCALES, name));
    for (const id of now.keys()) if (!then.has(id)) problems.push(`${name} lacks: ${id}`);
    for (const [id, text] of now)
      if (LANGUAGES.includes(basename(name, ".po")) && text === "") problems.push(`${name} does not translate: ${id}`);
    problems.push(...translatedOtherwise(name, now));
    for (const id of obsoleteIn(join(LOCALES, name))) problems.push(`${name} keeps what is no longer used: ${id}`);
  }
} finally {
  cpSync(before, LOCALES, { recursive: true });
  rmSync(before, { recursive: true });
}

if (problems.length > 0) {
  process.stderr.write(
    `${problems.join("\n")}\n\n\`npm run i18n\` gathers new messages into the catalogs; then translate them.\n`,
  );
  process.exit(1);
}
process.stdout.write("Every message is there in nl, fr, es and en.\n");

/**
 * The server reads all parts of a language together, the browser its own: a message that two parts translate differently
 * would be drawn in one way and taken over in another.
 */
function translatedOtherwise(name, messages) {
  const language = basename(name, ".po");
  translations[language] ??= new Map();
  const known = translations[language];
  const differing = [...messages].filter(([id, text]) => known.has(id) && known.get(id) !== text);
  for (const [id, text] of messages) known.set(id, text);
  return differing.map(([id]) => `${name} translates otherwise than another part: ${id}`);
}

function messagesIn(file) {
  const messages = new Map();
  for (const block of blocksIn(file)) {
    if (block.startsWith("#~") || block.includes("\n#~")) continue;
    const [id, text] = [stringAt(block, "msgid"), stringAt(block, "msgstr")];
    const context = stringAt(block, "msgctxt");
    if (id) messages.set(context ? `${context}: ${id}` : id, text);
  }
  return messages;
}

function obsoleteIn(file) {
  return blocksIn(file)
    .filter((block) => /^#~ msgid/m.test(block))
    .map((block) => /^#~ msgid "(.*)"/m.exec(block)?.[1] ?? "");
}

function blocksIn(file) {
  return readFileSync(file, "utf8").split(/\n\n+/);
}

/** A PO string may go on over several quoted lines. */
function stringAt(block, keyword) {
  const match = new RegExp(`^${keyword} ((?:".*"\\n?)+)`, "m").exec(block);
  return match ? [...match[1].matchAll(/"(.*)"/g)].map(([, part]) => part).join("") : "";
}
