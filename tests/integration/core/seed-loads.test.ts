import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

test("the synthetic plan loads without the build: nothing that it imports needs the macros of the texts", () => {
  const modules = readdirSync("seed/synthetic").map((name) => `./seed/synthetic/${name}`);
  const load = `for (const one of ${JSON.stringify(modules)}) await import(one)`;
  const { stderr, status } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", load], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
