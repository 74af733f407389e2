import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page } from "@playwright/test";

/** Chromium's slow 3G preset: bytes a second each way, and milliseconds a request; and how much slower the processor is. */
export const SLOW = { bytesASecond: 50_000, latency: 2_000, slowdown: 4 };

const RUNS = 3;

async function withBrowser<T>(
  origin: string,
  cookie: string,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const { hostname } = new URL(origin);
    await context.addCookies(
      cookie.split("; ").map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return { name, value: value.join("="), domain: hostname, path: "/" };
      }),
    );
    return await use(context);
  } finally {
    await browser.close();
  }
}

/** All the JavaScript that the page loads until `ready` is there, as it comes over the line, in bytes. */
export function scriptBytes(origin: string, path: string, cookie: string, ready: string): Promise<number> {
  return withBrowser(origin, cookie, async (context) => {
    const page = await context.newPage();
    await page.goto(origin + path);
    await page.locator(ready).waitFor();
    return page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
  });
}

/** From the beginning of the navigation until the first card is painted, in milliseconds: the median, each in a new browser. */
export async function cardsReadable(origin: string, path: string, cookie: string, slow?: typeof SLOW): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    times.push(
      await withBrowser(origin, cookie, async (context) => {
        const page = await context.newPage();
        await page.addInitScript({ path: fileURLToPath(new URL("note-first-card.js", import.meta.url)) });
        if (slow) await throttle(page, slow);
        await page.goto(origin + path, { waitUntil: "commit" });
        const handle = await page.waitForFunction(() => (window as unknown as { firstCardAt?: number }).firstCardAt);
        return (await handle.jsonValue()) as number;
      }),
    );
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

async function throttle(page: Page, { bytesASecond, latency, slowdown }: typeof SLOW): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}
