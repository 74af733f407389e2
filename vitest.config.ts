import { lingui } from "@lingui/vite-plugin";
import { defineConfig } from "vitest/config";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";

export default defineConfig({
  plugins: [linguiMacro(), lingui()],
  resolve: { alias: aliases },
  test: {
    projects: [
      // Modules are read once for all of these files: none of them keeps anything of its own in a module.
      {
        extends: true,
        test: { name: "rules", include: ["tests/{unit,integration}/**/*.test.{ts,tsx}"], isolate: false },
      },
      // These call whole routes, which stand on the process's one database and settings: each file has its own.
      { extends: true, test: { name: "routes", include: ["tests/routes/**/*.test.ts"] } },
    ],
    environment: "node",
    globalSetup: ["tests/global-setup.ts"],
    setupFiles: ["tests/support/areas.ts"],
    // By itself it leaves a core unused.
    maxWorkers: "100%",
    // Only what hangs is ended by these: a slow machine must not fail a test (tests/bench measures time).
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
