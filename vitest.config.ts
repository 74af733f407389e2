import { lingui } from "@lingui/vite-plugin";
import { defineConfig } from "vitest/config";
import { aliases } from "./scripts/aliases.ts";
import { linguiMacro } from "./scripts/lingui-macro.ts";

export default defineConfig({
  plugins: [linguiMacro(), lingui()],
  resolve: { alias: aliases },
  test: {
    include: ["tests/{unit,integration}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: ["tests/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
