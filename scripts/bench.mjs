import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { must } from "./say.mjs";

/* `npm run bench`: measures the production build and prints one table (docs/performance.md). */

await ensureInstalled();
await ensureBuilt();
const CHROMIUM = await ensureChromium();
await must(process.execPath, ["--import", "tsx", "tests/bench/board.ts"], { env: { ...process.env, CHROMIUM } });
