import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { must, print } from "./run.mjs";

const SOURCES = [
  "app",
  "db",
  "seed",
  "public",
  "scripts",
  "server.ts",
  "vite.config.ts",
  "vite.workers.config.ts",
  "remix.config.js",
  "lingui.config.ts",
  "package-lock.json",
];
const STAMP = "build/.built-from";

/** Builds for production when the sources have changed since the last build; in a moment when they have not. */
export async function ensureBuilt() {
  const wanted = fingerprint(SOURCES);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  await build();
  writeFileSync(STAMP, wanted);
}

/** The Remix build, and beside it the worker threads, the server and the seed's loader, each as one file. */
async function build() {
  print("Building, about half a minute.");
  await must(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  const vite = await import("vite");
  await vite.build({ configFile: "vite.workers.config.ts", logLevel: "warn", mode: "production" });
  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: { server: "server.ts", seed: "seed/load.ts" },
    outdir: "build",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
  await compressAssets();
}

/** Each script once with the best compression, which would be too slow to do for every visitor. */
async function compressAssets() {
  const { brotliCompressSync, constants } = await import("node:zlib");
  const folder = "build/client/assets";
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const file = join(folder, name);
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), best));
  }
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths.filter(existsSync)) addTo(hash, path);
  return hash.digest("hex");
}

function addTo(hash, path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  } else hash.update(path).update(readFileSync(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
