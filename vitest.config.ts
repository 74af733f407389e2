import { lingui } from "@lingui/vite-plugin";
import { defineConfig } from "vitest/config";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";

/** Sets the environment before any module has read it. */
const OWN_ENVIRONMENT = "tests/routes/people/secure-cookies.test.ts";

export default defineConfig({
  plugins: [linguiMacro(), lingui()],
  resolve: { alias: aliases },
  test: {
    projects: [
      // Modules are read once for all files of a worker: none of them keeps anything of its own in a module. What the process keeps of
      // its one database goes with the database (`openApp` in tests/support/routes.ts).
      {
        extends: true,
        test: { name: "rules", include: ["tests/{unit,integration}/**/*.test.{ts,tsx}"], isolate: false },
      },
      {
        extends: true,
        test: { name: "routes", include: ["tests/routes/**/*.test.ts"], exclude: [OWN_ENVIRONMENT], isolate: false },
      },
      { extends: true, test: { name: "environment", include: [OWN_ENVIRONMENT] } },
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
