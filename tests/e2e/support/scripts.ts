import type { Page } from "@playwright/test";

/** The scripts that a page has loaded so far, with how many bytes of each came over the line. */
export function scriptsOf(page: Page): Promise<{ name: string; bytes: number }[]> {
  return page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith(".js"))
      .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })),
  );
}
