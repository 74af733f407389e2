import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run, say } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that this machine has: `CHROMIUM`, one on the path, or Playwright's own; null for none. */
export async function findChromium() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  const candidates = [process.env.CHROMIUM, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  const { chromium } = await import("@playwright/test");
  return [...candidates, chromium.executablePath()].find(canRun) ?? null;
}

/**
 * Finds a Chromium, or installs one by whatever the machine allows: Debian's package for root, else Playwright's own.
 *
 * @throws Error when none is to be had, with what to do about it
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  say("No Chromium is here: installing one for the browser tests.");
  if (process.getuid?.() === 0 && canRun("/usr/bin/apt-get")) {
    await run("apt-get", ["update", "-qq"]);
    await run("apt-get", ["install", "-y", "-qq", "chromium"], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (!(await findChromium()))
    await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error("No Chromium could be installed. Install one and name it: CHROMIUM=/path/to/chromium npm test");
}

function canRun(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
