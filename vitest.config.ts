import { lingui } from "@lingui/vite-plugin";
import { defineConfig } from "vitest/config";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";

/** On the server a `.client` module is empty: Remix sees to it in the build, this in the tests. */
const emptyClientModules = {
  name: "empty-client-modules",
  enforce: "pre" as const,
  load: (id: string) => (/\.client\.tsx?$/.test(id) ? "export {};" : null),
};

export default defineConfig({
  plugins: [emptyClientModules, linguiMacro(), lingui()],
  resolve: { alias: aliases },
  test: {
    include: ["tests/{unit,integration}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: ["tests/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
