import { spawn } from "node:child_process";

/** Prints in plain words what is being done, so that a long wait is never a mystery. */
export function print(text) {
  process.stdout.write(`\n▸ ${text}\n`);
}

/**
 * Runs a command with its output in sight.
 *
 * @returns {Promise<number>} its exit code; 127 when it could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command whose output is kept until it ends: for what runs beside something else.
 *
 * @returns {Promise<{ code: number, output: string }>} as `run`, and all that it printed
 */
export function runAside(command, args, options = {}) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
    const end = (code) => resolve({ code, output: Buffer.concat(chunks).toString() });
    child.on("error", () => end(127));
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Runs a command that everything after it needs: says so and ends the process when it fails. */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code === 0) return;
  process.stderr.write(`\nThis failed (${code}): ${command} ${args.join(" ")}\nWhat it printed above says why.\n`);
  process.exit(1);
}
