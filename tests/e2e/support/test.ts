import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
  type WebError,
} from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";
import { type RunningServer, startServer } from "../../support/server.ts";

export type EvaluationRole =
  | "eval-admin"
  | "eval-coordinator-asia"
  | "eval-coordinator-west-africa"
  | "eval-member-nepal"
  | "eval-member-guatemala"
  | "eval-committee"
  | "eval-observer";

interface Fixtures {
  /** A server with the Geneva planning as it was seeded: tests move its cards without disturbing each other. */
  server: RunningServer;
  /** Comes in as a role: the test's own browser context, or that of another page. */
  signIn: (role: EvaluationRole, page?: Page) => Promise<void>;
}

/**
 * A refusal (401 when somebody has just signed out) and a line that a test cuts are also written to the console by Chromium: that is
 * no fault of the page's. Neither is what Remix writes there of an answer that it was reading when the page asked for something newer.
 */
const EXPECTED =
  /Failed to load resource: (the server responded with a status of (401|403|404|409|410|413|422|429|503)|net::ERR_(FAILED|INTERNET_DISCONNECTED))|^AbortError: signal is aborted/;

/** The context that the tests of a worker share, with the options that it was made for, and the page that they share in it. */
interface KeptContext {
  key: string;
  context?: BrowserContext;
  anchor?: Page;
  page?: Page;
}

/** What a test can do to a page that would still hold in the next: such a page is given up with its test. */
const CHANGING = [
  "on",
  "once",
  "addInitScript",
  "emulateMedia",
  "exposeBinding",
  "exposeFunction",
  "route",
  "setExtraHTTPHeaders",
];
const changed = new WeakSet<Page>();

export const test = base.extend<Fixtures, { running: RunningServer; kept: KeptContext }>({
  // Starting costs more than most tests do: each worker starts one server, and puts the plan back for each test.
  running: [
    async ({ browserName: _ }, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  server: async ({ running }, use) => {
    await running.startOver();
    await use(running);
  },
  baseURL: async ({ server }, use) => use(server.origin),
  signIn: async ({ context, server }, use) => {
    await use(async (role, page) => {
      const into = page?.context() ?? context;
      const headers = { Origin: server.origin };
      await into.request.post(`${server.origin}/sign-in`, { form: { as: role }, headers, maxRedirects: 0 });
    });
  },
  kept: [
    async ({ browser: _ }, use) => {
      const kept: KeptContext = { key: "" };
      await use(kept);
      await kept.context?.close();
    },
    { scope: "worker" },
  ],
  // A context of its own for each test would start a process and compile every script anew, which costs more than most tests
  // do. The tests of a worker that want the same browser follow one another in one context, and leave nothing in it but the
  // assets, which are the same for each of them (their names change with their content).
  context: async (
    { browser, kept, baseURL, javaScriptEnabled, viewport, hasTouch, isMobile, locale, timezoneId },
    use,
  ) => {
    const key = JSON.stringify([baseURL, javaScriptEnabled, viewport, hasTouch, isMobile, locale, timezoneId]);
    if (!kept.context || kept.key !== key) {
      await kept.context?.close();
      Object.assign(kept, { key: "", page: undefined });
      const own = await browser.newContext();
      kept.context = own;
      const open = own.newCDPSession.bind(own);
      own.newCDPSession = (page) => {
        if (kept.page) changed.add(kept.page);
        return open(page);
      };
      kept.anchor = await kept.context.newPage();
      // The process of a site is ended with its last page: this one opens no line and runs no script.
      await kept.anchor.goto("/mark.svg");
      kept.key = key;
    }
    const { context, anchor } = kept;
    // Whatever a page of the test says in the console and should not have fails it, on the screens of others too. Those are
    // closed with it: an open page would follow what happens in the tests after.
    const complaints: string[] = [];
    const complain = (message: ConsoleMessage) => {
      const said = message.text();
      if (message.type() === "error" && !EXPECTED.test(said)) complaints.push(said);
    };
    const fail = (error: WebError) => complaints.push(String(error.error()));
    const drawings: Promise<void>[] = [];
    const draw = (page: Page) => drawings.push(drawLittle(page));
    const listen = (one: BrowserContext) => one.on("console", complain).on("weberror", fail).on("page", draw);
    listen(context);
    browser.on("context", listen);
    await use(context);
    browser.off("context", listen);
    await Promise.all(drawings);
    for (const one of browser.contexts()) if (one !== context) await one.close();
    if (kept.page && (changed.has(kept.page) || kept.page.isClosed())) kept.page = undefined;
    for (const page of context.pages()) if (page !== anchor && page !== kept.page) await page.close();
    context.off("console", complain).off("weberror", fail).off("page", draw);
    await context.unrouteAll();
    await context.setOffline(false);
    if (kept.page) await leave(kept.page);
    await context.clearCookies();
    expect(complaints).toEqual([]);
  },
  // A page of its own for each test would cost half as much again as the first that it opens.
  page: async ({ context, kept }, use) => {
    kept.page ??= await noteChanges(await context.newPage());
    await use(kept.page);
  },
});

export { expect };

/** Returns a page of which is noted what a test does to it that would still hold in the next. */
async function noteChanges(page: Page): Promise<Page> {
  const note = (target: object, name: string) => {
    const original = Reflect.get(target, name) as (...values: unknown[]) => unknown;
    Reflect.set(target, name, (...values: unknown[]) => {
      changed.add(page);
      return original.apply(target, values);
    });
  };
  for (const name of CHANGING) note(page, name);
  note(page, "setViewportSize");
  note(page.mouse, "down");
  note(page.keyboard, "down");
  return page;
}

/** Leaves what a test saw, and forgets what its pages remember. The pointer stands where it does in a new page. */
async function leave(page: Page): Promise<void> {
  await page.goto("/mark.svg");
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
}

/** The edge in pixels of what Chromium draws of a page: nobody looks at it. */
const DRAWN = 8;

/** What Playwright itself tells the browser of a page, which it does not hand out. */
interface OwnSession {
  send: (method: string, parameters: object) => Promise<unknown>;
}

interface Connected {
  _connection: { toImpl: (page: Page) => { delegate: { _mainFrameSession: { _client: OwnSession } } } };
}

/** A session beside Playwright's own (`newCDPSession`) makes each document forget the fingers and the medium that Playwright emulates. */
function ownSession(page: Page): OwnSession {
  return (page as unknown as Connected)._connection.toImpl(page).delegate._mainFrameSession._client;
}

/**
 * Draws but a corner of a page, whose size for layout, scripts, pointers and fingers stays what the test says: drawing all of it
 * takes a fifth of what the journeys take of the processor.
 */
async function drawLittle(page: Page): Promise<void> {
  const session = ownSession(page);
  const draw = () => session.send("Emulation.setVisibleSize", { width: DRAWN, height: DRAWN });
  // A page that is given a size is drawn whole again.
  const resize = page.setViewportSize.bind(page);
  page.setViewportSize = async (size) => {
    await resize(size);
    await draw();
  };
  await draw().catch((error) => {
    if (!page.isClosed()) throw error;
  });
}

const AXE = `${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")};0`;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation of WCAG 2.2 A and AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  // Not by @axe-core/playwright: for the sake of frames, which we have none of, it takes twice as long. Nor does the half megabyte
  // go through `page.evaluate`, which takes longer over it than the browser.
  if (!(await page.evaluate(() => "axe" in window)))
    await ownSession(page).send("Runtime.evaluate", { expression: AXE });
  const violations = await page.evaluate(async (values) => {
    // A colour that is on its way to another is neither.
    const running = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(running.map(({ finished }) => finished));
    const options: RunOptions = { runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false };
    const found = await (window as unknown as { axe: typeof axe }).axe.run(options);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  }, WCAG);
  expect(violations).toEqual([]);
}

/** Chooses a file that lies on the disk, as a person does: its content does not pass through the test's connection to the browser. */
export async function chooseFile(field: Locator, name: string, content: Buffer): Promise<void> {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  await field.setInputFiles(path);
}

/** Waits until the page's scripts have taken it over: what only JavaScript can do works from then on. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-live]").waitFor();
}

/** Presses "Try now", unless what waited for the line has gone by itself since the line is back. */
export async function tryNow(page: Page): Promise<void> {
  const buttons = page.getByRole("button", { name: "Try now" });
  await buttons.evaluateAll((all: HTMLButtonElement[]) => {
    for (const button of all) button.click();
  });
}

/** As `hydrated`, until a card can be dragged too: the hand is loaded last. */
export async function handy(page: Page): Promise<void> {
  await page.locator(".columns[data-hand]").waitFor();
}

/** Waits until no part of the page is wider than the window. */
export async function expectFits(page: Page, where = page.url()): Promise<void> {
  // Not `innerWidth`: a phone zooms out until a page that is too wide fits.
  const width = page.viewportSize()?.width ?? 0;
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
}

/** Returns where an element is, in CSS pixels of the window, once it has stopped moving: for a mouse or a finger to go to. */
export async function boxOf(locator: Locator) {
  const element = await locator.elementHandle();
  await element?.waitForElementState("stable");
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${locator} takes no room on the page.`);
  return { ...box, centre: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** The references of a column's cards, in their order, as they are at this moment: to be asserted by `expect.poll`. */
export function cardsIn(page: Page, stage: string): Promise<string[]> {
  return page
    .locator(`section[data-stage="${stage}"] [data-action]`)
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.action ?? ""));
}
