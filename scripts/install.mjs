import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { must, print } from "./run.mjs";

const OLDEST_NODE = [20, 19];
/** Beside the packages themselves, so that it goes when they go. */
const STAMP = "node_modules/.installed-from";

/** Installs the packages when they are missing or older than the lock file; in a moment when they are there. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    process.stderr.write(
      `This needs Node.js ${OLDEST_NODE.join(".")} or newer, and this is ${process.versions.node}.\n`,
    );
    process.exit(1);
  }
  const wanted = createHash("sha256")
    .update(readFileSync("package-lock.json"))
    .update(process.versions.modules)
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  print("Installing the packages. Where no prebuilt SQLite is offered it is compiled, which takes about two minutes.");
  await must("npm", ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
  writeFileSync(STAMP, wanted);
}
