import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { print, run, runAside } from "./run.mjs";

/*
 * `npm test`: everything, from a fresh clone. All stages run, whatever the ones before say; the last line counts them all.
 */

const REPORTS = ".cache/reports";
const IMPORTS = ["app", "db", "seed", "server.ts", "--config", ".dependency-cruiser.cjs"];
/** A mount in memory that Linux has, and how much must be free in it. */
const MEMORY = "/dev/shm";
const ROOM_BYTES = 2 * 1024 ** 3;
const total = { passed: 0, failed: 0 };
const failures = [];

await ensureInstalled();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const folder = temporaryFolder();

print("Checking types, catalogs, style and imports, and building: about half a minute");
let built = false;
// Two at a time, for two cores. The catalogs are gathered anew where they are, and built from only after that.
await Promise.all([
  inTurn([
    () => check("types", process.execPath, ["node_modules/typescript-7/bin/tsc", "--noEmit"]),
    () => check("style (Biome)", "biome", ["check", "--error-on-warnings"]),
    () => check("direction of imports", "depcruise", IMPORTS),
  ]),
  inTurn([
    () => check("catalogs of the four languages", process.execPath, ["scripts/check-catalogs.mjs"]),
    async () => {
      built = await needed("build", process.execPath, ["scripts/build.mjs"]);
    },
  ]),
]);
await suite(
  "rules and routes (vitest)",
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORTS}/vitest.json`],
  vitestCounts,
);
const chromium = built && (await ensureChromium().catch(({ message }) => missing("Chromium", message)));
if (chromium) {
  print(`Browser tests, in ${chromium}`);
  await suite("journeys (Playwright)", "playwright", ["test"], playwrightCounts, {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/playwright.json`,
  });
}

if (folder) rmSync(folder, { recursive: true, force: true });
if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(", ")}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = failures.length > 0 || total.failed > 0 ? 1 : 0;

/** A check that passes or fails as a whole. */
async function check(name, command, args) {
  const code = await aside(name, command, args);
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, code);
}

/** What is no test, but without which the journeys cannot be run: counted where it fails. */
async function needed(name, command, args) {
  const code = await aside(name, command, args);
  count(name, { passed: 0, failed: 0 }, code);
  return code === 0;
}

function missing(name, message) {
  process.stdout.write(`\n${message}\n`);
  count(name, { passed: 0, failed: 0 }, 1);
  return null;
}

/** Runs it beside others: what it printed is shown in one piece, when it has ended. */
async function aside(name, command, args) {
  const began = Date.now();
  const { code, output } = await runAside(...local(command, args));
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stdout.write(`\n${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)\n${output}`);
  return code;
}

/**
 * Returns a folder in memory for the databases of the tests, or null where the machine has no such room: SQLite waits for the disk
 * at each commit, which is longer than most tests take otherwise.
 */
function temporaryFolder() {
  if (process.env.TMPDIR) return null;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize < ROOM_BYTES ? null : mkdtempSync(join(MEMORY, "inspir-tests-"));
  } catch {
    return null;
  }
}

async function inTurn(tasks) {
  for (const task of tasks) await task();
}

/** A suite that counts its own tests; one that ends without a report has failed. */
async function suite(name, command, args, counts, env = {}) {
  print(`Running ${name}`);
  const code = await run(...local(command, args), {
    env: { ...process.env, ...(folder && { TMPDIR: folder }), ...env },
  });
  count(name, counts() ?? { passed: 0, failed: 1 }, code);
}

function count(name, { passed, failed }, code) {
  total.passed += passed;
  total.failed += failed;
  if (code !== 0 && failed === 0) total.failed += 1;
  if (code !== 0 || failed > 0) failures.push(name);
}

function local(command, args) {
  return command === process.execPath ? [command, args] : [`node_modules/.bin/${command}`, args];
}

function vitestCounts() {
  const report = readReport("vitest");
  return report && { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles(report) };
}

/** A file that does not even load has no failed test, and is a failure all the same. */
function brokenFiles({ testResults }) {
  return testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0)
    .length;
}

function playwrightCounts() {
  const report = readReport("playwright");
  return (
    report && {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
    }
  );
}

function readReport(name) {
  const file = `${REPORTS}/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
