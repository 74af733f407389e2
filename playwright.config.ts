import { defineConfig, devices } from "@playwright/test";

/** Journeys in a real Chromium against the production build (`npm test` builds it and names the browser). */
export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Only what hangs is ended by these: a slow machine must not fail a test (tests/bench measures time).
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? ".cache/reports/playwright.json" }],
  ],
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    // A trace draws every step of every test, which costs a third more: for looking for a fault (`TRACE=1`).
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        // The pages of a context share a process, with the scripts that it has compiled (`context` in support/test.ts).
        "--process-per-site",
        // All pages are of one site of ours: its process takes a new page too, which otherwise begins in a process of its own.
        "--disable-site-isolation-trials",
        "--renderer-process-limit=1",
        // No page lives long enough to win back what optimizing its scripts costs, nor the threads beside its process and the one
        // that paints: without them the same journeys take a fifth less of the processor.
        "--js-flags=--no-opt,--no-maglev,--single-threaded-gc,--no-flush-bytecode",
        "--in-process-gpu",
      ],
    },
  },
  projects: [
    {
      name: "wide",
      testDir: "tests/e2e",
      testIgnore: /\.phone\.spec\.ts$/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testDir: "tests/e2e",
      testMatch: /\.phone\.spec\.ts$/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
    { name: "faults", testDir: "tests/faults" },
  ],
});
