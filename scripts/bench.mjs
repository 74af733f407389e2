import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { must } from "./run.mjs";

/* `npm run bench`: measures the production build and prints a table each (docs/performance.md). `npm run bench board`: that one. */

const BENCHES = ["board", "suggestions", "views", "reviews", "registers", "event-loop"];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !BENCHES.includes(name));
if (unknown) {
  process.stderr.write(`There is no bench ${unknown}: ${BENCHES.join(", ")}.\n`);
  process.exit(1);
}
await ensureInstalled();
await ensureBuilt();
const CHROMIUM = await ensureChromium();
for (const name of asked.length > 0 ? asked : BENCHES)
  await must(process.execPath, ["--import", "tsx", `tests/bench/${name}.ts`], { env: { ...process.env, CHROMIUM } });
