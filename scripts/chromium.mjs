import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { print, run } from "./run.mjs";

/** Pages without windows around them: each costs a quarter of what it costs in a whole browser, a test about half. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that this machine has: a shell on the path, a browser on it, or Playwright's own; null for none. */
async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return onPath(SHELLS) ?? onPath(BROWSERS) ?? (canRun(chromium.executablePath()) ? chromium.executablePath() : null);
}

/**
 * Finds a Chromium, or installs one by whatever the machine allows: Debian's packages for root, else Playwright's own.
 * `CHROMIUM` names another.
 *
 * @throws Error when none is to be had, with what to do about it
 */
export async function ensureChromium() {
  if (canRun(process.env.CHROMIUM)) return process.env.CHROMIUM;
  if (!onPath(SHELLS)) await installForRoot("chromium-headless-shell");
  if (!(await findChromium())) await installForRoot("chromium");
  if (!(await findChromium()))
    await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const found = await findChromium();
  if (found) return found;
  throw new Error("No Chromium could be installed. Install one and name it: CHROMIUM=/path/to/chromium npm test");
}

/** Debian's package, where there is one and the line is not down: whether it came, the program itself will show. */
async function installForRoot(name) {
  if (process.getuid?.() !== 0 || !canRun("/usr/bin/apt-get")) return;
  print(`Installing Debian's ${name} for the browser tests.`);
  const options = ["-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", "-o", "Dpkg::Use-Pty=0"];
  const quietly = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", ...options, name], quietly);
  // What the machine knows of its packages may be old, or nothing yet.
  if ((await install()) !== 0 && (await run("apt-get", ["update", ...options], quietly)) === 0) await install();
}

function onPath(names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
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
