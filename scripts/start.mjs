import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { must, print } from "./run.mjs";

/*
 * `npm start`: from a fresh clone to the four boards. Each step is skipped when there is nothing to do, so that the second
 * time takes seconds and changes no data.
 */

const port = Number(process.env.PORT || 3000);

await ensureInstalled();
// What is no port at all the server itself says, with all else that is wrong.
if (Number.isInteger(port) && port < 65536 && !(await isFree(port))) {
  process.stderr.write(`Port ${port} is in use: is the tracker running already? Another port: PORT=3001 npm start\n`);
  process.exit(1);
}
await ensureBuilt();

print("Bringing the database up to date.");
await must(process.execPath, ["--enable-source-maps", "build/seed.js"]);

const server = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    // Read by Node when it starts: hashes of passwords leave room for files and compression (docs/decisions/0030-bounds.md).
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? "8",
  },
});
server.on("message", ({ listening }) => {
  const address = process.env.ORIGIN ?? `http://127.0.0.1:${listening}`;
  print(`The plan is at ${address}`);
  if (process.env.ORIGIN) return;
  process.stdout.write(`
  To look around: open that address, and come in with one click as one of the roles that the sign-in page offers.
  A coordinator moves cards on the boards; a member of Nepal or Guatemala sees the same plan and may not.
  Everything is kept in data/. Ctrl+C ends it; \`npm start\` goes on where it was.
`);
});
server.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));

function isFree(candidate) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(candidate, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
