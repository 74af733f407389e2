import type { Page } from "@playwright/test";
import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

const active = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.tagName);

async function noSidewaysScroll(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(seen ?? 0);
}

test.describe("by keyboard alone", () => {
  test.use({ locale: "en-GB" });

  test("the search is reached with /, and finds with the words marked", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/");
    await hydrated(page);
    await page.keyboard.press("/");
    await expect(page.locator("header .search-field input").first()).toBeFocused();
    // Here a / and a ? are typed like everything else.
    await page.keyboard.type("note strategique /?");
    await expect(page.locator("header .search-field input").first()).toHaveValue("note strategique /?");
    await expect(page.locator("dialog")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=note/);
    await expect(page.locator("[data-found=action] .found-title").first()).toHaveAttribute("href", "/actions/COM-4");
    await expect(page.locator("[data-found=action] .found-title mark").first()).toHaveText("note");
    await expectAccessible(page);
  });

  test("the switcher goes to boards, pages and what the search finds, and gives the focus back", async ({
    page,
    signIn,
  }) => {
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await signIn("eval-coordinator-asia");
    await page.goto("/");
    await hydrated(page);
    expect(scripts.some((url) => /switcher|keyboard-dialog/.test(url))).toBe(false);
    await page.keyboard.press("Tab");
    const before = await active(page);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: /Go to/ });
    await expect(field).toBeFocused();
    await expect(page.locator("dialog [role=option][aria-selected=true]")).toHaveText("Lobbying");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog")).toHaveCount(0);
    await expect.poll(() => active(page)).toBe(before);

    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("dialog [role=option][aria-selected=true]")).toHaveText("Learning and capitalising");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/boards\/learning/);
    await hydrated(page);

    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused();
    await page.keyboard.type("lob-3");
    await expect(page.locator("dialog [role=option][aria-selected=true]")).toContainText("LOB-3");
    await expect(field).toHaveAttribute("aria-activedescendant", /.+/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/actions\/LOB-3/);
  });

  test("what is typed after Ctrl K while its dialog is on its way is in its field; paper form and packs are found", async ({
    page,
    signIn,
  }) => {
    await signIn("eval-admin");
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/switcher-[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/actions/LOB-3");
    await hydrated(page);
    // Also from a field in which somebody is typing, whose text is left alone.
    await page.locator("textarea[name=text]").last().fill("Half a thought");
    const asked = page.waitForRequest(/switcher-/);
    await page.keyboard.press("Control+k");
    await asked;
    await page.keyboard.type("papex");
    await page.keyboard.press("Backspace");
    arrive();
    const field = page.getByRole("combobox", { name: /Go to/ });
    await expect(field).toBeFocused();
    await page.keyboard.type("r");
    await expect(field).toHaveValue("paper");
    await expect(page.locator("textarea[name=text]").last()).toHaveValue("Half a thought");
    await expect(page.locator("dialog [role=option]").first()).toHaveText("Paper form for suggestions");
    await field.fill("pack");
    await expect(page.locator("dialog [role=option]").first()).toHaveText("Packs of the reviews");
    await field.fill("paper");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/suggestions\/paper/);
  });

  test("? shows all that the keyboard can do, but not to somebody who is typing", async ({ page, signIn }) => {
    await signIn("eval-observer");
    await page.goto("/");
    await hydrated(page);
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "What the keyboard can do" });
    await expect(help).toBeVisible();
    await expect(help).toContainText("Ctrl K");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(help).toHaveCount(0);
  });
});

test("one's own part, and a calendar that is shown once, read without a session, and taken back", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/my");
  await hydrated(page);
  await expect(page.locator("[data-part=led] li").first()).toBeVisible();
  await expectAccessible(page);
  await page.locator("[data-part=led] .my-more a").click();
  await expect(page).toHaveURL("/my?show=led");
  await page.goto("/my");
  await hydrated(page);
  await page.locator("button[value=make]").click();
  const address = await page.getByLabel("Address of my calendar").inputValue();
  expect(address).toMatch(/\/calendar\/[\w-]{32}\.ics$/);
  const path = new URL(address).pathname;
  const read = () => fetch(server.origin + path);
  const answer = await read();
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(answer.headers.get("Cache-Control")).toMatch(/^private/);
  expect(await answer.text()).toContain("BEGIN:VEVENT");
  const exchanges = await page.getByLabel("Address of the exchanges").inputValue();
  expect(exchanges).toBe(address.replace(".ics", "/exchanges.ics"));
  await page.reload();
  await expect(page.locator(".calendar input[readonly]")).toHaveCount(0);
  await page.locator("button[value=take-back]").click();
  await expect(page.locator("button[value=take-back]")).toHaveCount(0);
  expect((await read()).status).toBe(404);
  expect((await fetch(server.origin + new URL(exchanges).pathname)).status).toBe(404);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "on a phone" : "on a phone without JavaScript", () => {
    test.use({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      locale: "es-ES",
      javaScriptEnabled,
    });

    test("searching from the menu, one's own part, and the keys as a page", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      await page.goto("/");
      await page.locator("details.menu summary").last().click();
      await page.locator(".search-field.in-menu input").fill("nota estrategica");
      await page.locator(".search-field.in-menu input").press("Enter");
      await expect(page).toHaveURL(/\/search\?q=nota/);
      await expect(page.locator(".found-title").first()).toHaveAttribute("href", "/actions/COM-4");
      await noSidewaysScroll(page);
      await page.goto("/search?q=proteccion");
      await page.locator(".kinds a").nth(1).click();
      await expect(page).toHaveURL(/kind=/);
      await page.goto("/search?q=zzzz");
      await expect(page.locator(".empty")).toContainText("zzzz");
      for (const path of ["/my", "/keyboard", "/search"]) {
        await page.goto(path);
        await expect(page.locator("h1")).toBeVisible();
        await noSidewaysScroll(page);
      }
      await page.goto("/my");
      await page.locator("button[value=make]").click();
      await expect(page.locator(".calendar input[readonly]").first()).toHaveValue(/\.ics$/);
      await noSidewaysScroll(page);
    });
  });
}
