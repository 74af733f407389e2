import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { run, say } from "./say.mjs";

/*
 * `npm test`: everything, from a fresh clone. All stages run, whatever the ones before say; the last line counts them all.
 */

const REPORTS = ".cache/reports";
const total = { passed: 0, failed: 0 };
const failures = [];

await ensureInstalled();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

await check("types", "tsc", ["--noEmit"]);
await check("style (Biome)", "biome", ["check", "--error-on-warnings"]);
await check("direction of imports", "depcruise", [
  "app",
  "db",
  "seed",
  "server.ts",
  "--config",
  ".dependency-cruiser.cjs",
]);
await check("catalogs of the four languages", process.execPath, ["scripts/check-catalogs.mjs"]);
await suite(
  "rules and routes (vitest)",
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORTS}/vitest.json`],
  vitestCounts,
);
await ensureBuilt();
const chromium = await ensureChromium();
say(`Browser tests, in ${chromium}`);
await suite("journeys (Playwright)", "playwright", ["test"], playwrightCounts, {
  CHROMIUM: chromium,
  PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/playwright.json`,
});

if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(", ")}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = failures.length > 0 || total.failed > 0 ? 1 : 0;

/** A check that passes or fails as a whole. */
async function check(name, command, args) {
  say(`Checking ${name}`);
  const code = await run(...local(command, args));
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, code);
}

/** A suite that counts its own tests; one that ends without a report has failed. */
async function suite(name, command, args, counts, env = {}) {
  say(`Running ${name}`);
  const code = await run(...local(command, args), { env: { ...process.env, ...env } });
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
