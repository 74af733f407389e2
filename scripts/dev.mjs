import { spawn } from "node:child_process";
import { ensureInstalled } from "./install.mjs";
import { must, print } from "./run.mjs";

/* `npm run dev`: the same server with Vite inside, straight from the sources, and pages that follow each edit. */

await ensureInstalled();
print("Bringing the database up to date.");
await must(process.execPath, ["--import", "tsx", "seed/load.ts"]);
print(`Development server on http://127.0.0.1:${process.env.PORT ?? 3000}`);
const server = spawn(process.execPath, ["--import", "tsx", "server.ts"], { stdio: "inherit" });
server.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
