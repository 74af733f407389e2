import type { Locator, Page } from "@playwright/test";
import { scriptsOf } from "../support/scripts.ts";
import { boxOf, cardsIn, expect, expectAccessible, handy, hydrated, test } from "../support/test.ts";

const card = (page: Page, ref: string) => page.locator(`[data-action="${ref}"]`);
const column = (page: Page, stage: string) => page.locator(`section[data-stage="${stage}"]`);

const centre = async (locator: Locator) => (await boxOf(locator)).centre;

async function drag(page: Page, ref: string, to: { x: number; y: number }) {
  await card(page, ref).scrollIntoViewIfNeeded();
  const from = await centre(card(page, ref));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}

test.describe("a coordinator on a board", () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/boards/lobbying");
  });

  test("drags a card into another stage; it stays there after a reload", async ({ page }) => {
    await handy(page);
    const target = await centre(column(page, "planned"));
    await drag(page, "LOB-3", target);
    await expect(page.getByRole("status").getByText("LOB-3 is in Planned now.")).toBeVisible();
    await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-3"]);
    await page.reload();
    await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-3"]);
  });

  test("drags a card within its stage; nothing else changes its place", async ({ page }) => {
    await handy(page);
    const before = await cardsIn(page, "under-way");
    const [first = "", second = "", ...rest] = before;
    const box = await boxOf(card(page, second));
    await drag(page, first, { x: box.x + 80, y: box.y + box.height - 4 });
    await expect.poll(() => cardsIn(page, "under-way")).toEqual([second, first, ...rest]);
    await expect(card(page, first)).toHaveAttribute("data-version", "3");
    await page.reload();
    await expect.poll(() => cardsIn(page, "under-way")).toEqual([second, first, ...rest]);
  });

  test("takes a move back from the quiet toast, to the exact place", async ({ page }) => {
    await handy(page);
    const before = await cardsIn(page, "under-way");
    await drag(page, "LOB-3", await centre(column(page, "planned")));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("LOB-3 is back in Under way.")).toBeVisible();
    await expect.poll(() => cardsIn(page, "under-way")).toEqual(before);

    // By keyboard too; but not in a field, where Ctrl Z is about what was typed.
    await drag(page, "LOB-3", await centre(column(page, "planned")));
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await page.locator(".filter-menu > summary").click();
    await page.getByRole("searchbox", { name: "Find in this board" }).press("Control+z");
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await expect(page.getByText("LOB-3 is back in Under way.")).toBeVisible();
    await expect.poll(() => cardsIn(page, "under-way")).toEqual(before);
  });

  test("is asked for the result when a card is dropped into Done, and may cancel", async ({ page }) => {
    await handy(page);
    const before = await cardsIn(page, "done");
    await drag(page, "LOB-1", await centre(column(page, "done")));
    await expect(page.getByLabel("Result")).toBeFocused();
    await page.getByRole("link", { name: "Cancel" }).click();
    await expect.poll(() => cardsIn(page, "done")).toEqual(before);

    await drag(page, "LOB-1", await centre(column(page, "done")));
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("An action that is done brings its result.")).toBeVisible();
    await page.getByLabel("Result").fill("Two coalitions have joined the platform.");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("LOB-1 is in Done now.")).toBeVisible();
    await expect.poll(() => cardsIn(page, "done")).toContain("LOB-1");
  });

  test("carries a card by keyboard, hears each step, and keeps the focus on it", async ({ page, context, server }) => {
    await handy(page);
    const said = page.locator("p[aria-live]");
    await card(page, "LOB-4").getByRole("link", { name: "Move LOB-4" }).focus();
    await page.keyboard.press("Space");
    await expect(said).toContainText("LOB-4 picked up. Under way, place 3 of 8.");
    await page.keyboard.press("ArrowUp");
    await expect(said).toContainText("Under way, place 2 of 8");
    await page.keyboard.press("ArrowRight");
    await expect(said).toContainText("Under review, place 1 of 1");
    await page.keyboard.press("Space");
    await expect(page.getByText("LOB-4 is in Under review now.")).toBeVisible();
    await expect(card(page, "LOB-4").getByRole("link", { name: "Move LOB-4" })).toBeFocused();
    await expect.poll(() => cardsIn(page, "under-review")).toEqual(["LOB-4"]);
    await expect(card(page, "LOB-4")).toHaveAttribute("data-version", "3");
    // Somebody else takes it to another column, where its element is a new one.
    await context.request.post(`${server.origin}/boards/lobbying`, {
      form: { intent: "move", ref: "LOB-4", version: "3", stage: "planned", after: "end", back: "/boards/lobbying" },
      headers: { Origin: server.origin },
    });
    await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-4"]);
    await expect(card(page, "LOB-4").getByRole("link", { name: "Move LOB-4" })).toBeFocused();
  });

  test("puts a carried card back with Escape; nothing is sent", async ({ page }) => {
    await handy(page);
    const before = await cardsIn(page, "under-way");
    await card(page, "LOB-4").getByRole("link", { name: "Move LOB-4" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    await expect.poll(() => cardsIn(page, "under-way")).toEqual(before);
    await expect(card(page, "LOB-4")).toHaveAttribute("data-version", "2");
  });

  test("filters, and the filters survive a move and live in the address", async ({ page }) => {
    await handy(page);
    await page.locator(".filter-menu > summary").click();
    await page.getByRole("checkbox", { name: "High" }).check();
    await expect(page).toHaveURL(/priority=high/);
    // Whoever chooses stays where they are, and chooses on.
    await expect(page.getByRole("checkbox", { name: "High" })).toBeFocused();
    await page.getByRole("checkbox", { name: "Low" }).check();
    await expect(page).toHaveURL(/priority=high&priority=low/);
    await page.getByRole("link", { name: "Remove filter Low" }).click();
    await expect(page).not.toHaveURL(/priority=low/);
    await expect(page.getByRole("checkbox", { name: "Low", includeHidden: true })).not.toBeChecked();
    await page.keyboard.press("Escape");
    await expect(column(page, "under-way").locator("[data-action]")).not.toHaveCount(8);
    const shown = await cardsIn(page, "under-way");
    expect(shown.length).toBeGreaterThan(0);
    const ref = shown[0] ?? "";
    await drag(page, ref, await centre(column(page, "planned")));
    await expect(page.getByText(`${ref} is in Planned now.`)).toBeVisible();
    await expect(page).toHaveURL(/priority=high/);
    await expect.poll(() => cardsIn(page, "under-way")).toEqual(shown.slice(1));
    await page.getByRole("link", { name: "Show everything" }).click();
    await expect(column(page, "under-way").locator("[data-action]")).toHaveCount(7);
  });

  test("keeps the focus in the filters when their script arrives", async ({ browser, server, signIn }) => {
    // A browser that has not kept the script.
    const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await signIn("eval-coordinator-asia", page);
    let come = () => {};
    const wait = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route(/\/filter-bar-[^/]*\.js/, async (route) => {
      await wait;
      await route.continue();
    });
    await page.goto("/boards/lobbying");
    await handy(page);
    const menu = page.locator(".filter-menu");
    await menu.locator("summary").click();
    await page.getByRole("checkbox", { name: "High" }).focus();
    const drawn = await page.getByRole("checkbox", { name: "High" }).elementHandle();
    come();
    await expect.poll(() => drawn?.evaluate((one) => one.isConnected)).toBe(false);
    await expect(page.getByRole("checkbox", { name: "High" })).toBeFocused();
  });

  test("finds by text without regard to accents, and in any language", async ({ page }) => {
    await page.goto("/boards/lobbying?q=vaccination");
    await expect.poll(() => cardsIn(page, "under-way")).toContain("LOB-5");
    await page.goto("/boards/lobbying?q=lob-8");
    await expect.poll(() => cardsIn(page, "done")).toEqual(["LOB-8"]);
  });

  test("sends a move when the line is back that dropped meanwhile", async ({ page, context }) => {
    await handy(page);
    await context.setOffline(true);
    await drag(page, "LOB-3", await centre(column(page, "planned")));
    await expect(page.getByText("No connection. Your text is kept")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("LOB-3 is in Planned now.")).toBeVisible();
  });

  test("has no barrier that axe finds, with a form open too", async ({ page }) => {
    await handy(page);
    await expectAccessible(page);
    await card(page, "LOB-2").getByRole("link", { name: "Move LOB-2" }).click();
    await expect(page.getByRole("combobox", { name: "Stage" })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("two coordinators at once", () => {
  test("each sees the other's move without a reload", async ({ page, browser, signIn, server }) => {
    const other = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await signIn("eval-coordinator-asia");
    await signIn("eval-coordinator-west-africa", other);
    await page.goto("/boards/lobbying");
    await other.goto("/boards/lobbying");
    await Promise.all([handy(page), handy(other)]);
    await drag(page, "LOB-3", await centre(column(page, "planned")));
    await expect(card(other, "LOB-3")).toHaveAttribute("data-version", "3");
    await expect.poll(() => cardsIn(other, "planned")).toEqual(["LOB-3"]);
  });

  test("different cards do not disturb each other", async ({ page, browser, signIn, server }) => {
    const other = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await signIn("eval-coordinator-asia");
    await signIn("eval-coordinator-west-africa", other);
    await page.goto("/boards/lobbying");
    await other.goto("/boards/lobbying");
    await Promise.all([handy(page), handy(other)]);
    const [here, there] = await Promise.all([centre(column(page, "planned")), centre(column(other, "proposed"))]);
    await Promise.all([drag(page, "LOB-1", here), drag(other, "LOB-2", there)]);
    await expect.poll(() => cardsIn(page, "proposed")).toEqual(["LOB-2"]);
    await expect.poll(() => cardsIn(other, "planned")).toEqual(["LOB-1"]);
  });

  test("the same card: the second sees both states and decides", async ({ page, context, signIn, server }) => {
    await signIn("eval-coordinator-asia");
    // Opened in a tab that hears nothing, as after a lost line.
    await page.route("**/live*", (route) => route.abort());
    await page.goto("/boards/lobbying");
    await handy(page);
    await context.request.post(`${server.origin}/boards/lobbying`, {
      form: { intent: "move", ref: "LOB-3", version: "2", stage: "planned", after: "end", back: "/boards/lobbying" },
      headers: { Origin: server.origin },
    });
    await drag(page, "LOB-3", await centre(column(page, "under-review")));
    await expect(page.getByText(/changed LOB-3 meanwhile .* it stands in Planned/)).toBeVisible();
    await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-3"]);
    await page.getByRole("button", { name: "Move it to Under review all the same" }).click();
    await expect(page.getByText("LOB-3 is in Under review now.")).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a coordinator moves an action by its form, is asked for the result, and takes it back", async ({
    page,
    signIn,
  }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/boards/lobbying?level=international");
    await card(page, "LOB-4").getByRole("link", { name: "Move LOB-4" }).click();
    await page.getByRole("combobox", { name: "Stage" }).selectOption("done");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("An action that is done brings its result.")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Stage" })).toHaveValue("done");
    await page.getByLabel("Result").fill("Civil society is heard in USP2030.");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("LOB-4 is in Done now.")).toBeVisible();
    await expect(page).toHaveURL(/level=international/);
    await expect.poll(() => cardsIn(page, "done")).toContain("LOB-4");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page).toHaveURL(/level=international/);
    await expect.poll(() => cardsIn(page, "under-way")).toContain("LOB-4");
  });

  test("a stale form is answered 409 with where the action stands, and can be sent all the same", async ({
    page,
    signIn,
    context,
    server,
  }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/boards/lobbying?move=LOB-3");
    await context.request.post(`${server.origin}/boards/lobbying`, {
      form: { intent: "move", ref: "LOB-3", version: "2", stage: "planned", after: "end", back: "/boards/lobbying" },
      headers: { Origin: server.origin },
    });
    await page.getByRole("combobox", { name: "Stage" }).selectOption("under-review");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    expect((await answer).status()).toBe(409);
    await expect(page.getByText(/it stands in Planned. Your move was not made/)).toBeVisible();
    await page.getByRole("button", { name: "Move it to Under review all the same" }).click();
    await expect.poll(() => cardsIn(page, "under-review")).toEqual(["LOB-3"]);
  });
});

test("a member reads the board and has nothing to move", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto("/boards/lobbying");
  await hydrated(page);
  await expect(card(page, "LOB-3")).toBeVisible();
  await expect(page.getByRole("link", { name: "Move LOB-3" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Add an action" })).toHaveCount(0);
  expect(scripts.filter((url) => /\/(drag-layer|card-drag)-/.test(url))).toEqual([]);
  // A figure leads to what it counts.
  await page.locator(".figures").getByRole("link", { name: "done" }).click();
  await expect(page.locator(".table-box")).toBeVisible();
  await expect(page.getByText("2 actions", { exact: true })).toBeVisible();
});

test("an unchanged board is answered 304, without a fresh policy; a changed one anew", async ({
  signIn,
  context,
  server,
}) => {
  await signIn("eval-coordinator-asia");
  const board = `${server.origin}/boards/lobbying`;
  const first = await context.request.get(board);
  const etag = first.headers().etag ?? "";
  expect(first.headers()["content-security-policy"]).toContain("nonce-");
  const again = await context.request.get(board, { headers: { "If-None-Match": etag } });
  expect(again.status()).toBe(304);
  expect(again.headers()["content-security-policy"]).toBeUndefined();
  await context.request.post(board, {
    form: { intent: "move", ref: "LOB-3", version: "2", stage: "planned", after: "end", back: "/boards/lobbying" },
    headers: { Origin: server.origin },
  });
  expect((await context.request.get(board, { headers: { "If-None-Match": etag } })).status()).toBe(200);
});

test("a coordinator's board loads at most 117 kB of JavaScript, and its form comes when it is near", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
  const loaded = await scriptsOf(page);
  expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(117_000);
  expect(loaded.filter(({ name }) => /move-panel|table-screen|timeline-screen/.test(name))).toEqual([]);
  await card(page, "LOB-3").hover();
  await expect.poll(async () => (await scriptsOf(page)).some(({ name }) => name.includes("move-panel"))).toBe(true);
});

test("an answer that is cut off by a newer question is no fault of the page; any other is", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
  /** Whether the page keeps quiet about something that went wrong and that nobody heard of. */
  const keptQuiet = (name: string) =>
    page.evaluate((called) => {
      const told = new Promise<boolean>((resolve) => {
        const hear = (event: PromiseRejectionEvent) => {
          resolve(event.defaultPrevented);
          event.preventDefault();
        };
        window.addEventListener("unhandledrejection", hear, { once: true });
      });
      Promise.reject(new DOMException("cut off", called));
      return told;
    }, name);
  expect(await keptQuiet("AbortError")).toBe(true);
  expect(await keptQuiet("NetworkError")).toBe(false);
});

test("a form that the line cannot bring leaves the card, and can be tried again", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
  await page.route(/move-panel/, (route) => route.abort());
  await card(page, "LOB-3").getByRole("link", { name: "Move LOB-3" }).click();
  await expect(page.getByText("The line dropped: LOB-3 stands where it was.")).toBeVisible();
  await page.unroute(/move-panel/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Stage", { exact: true })).toBeFocused();
});
