import type { APIRequestContext, Page } from "@playwright/test";
import { boxOf, expect, expectAccessible, expectFits, test } from "../support/test.ts";

const onMap = (page: Page, title: string) => page.locator("[data-on-map]", { hasText: title });
const cell = (page: Page, of: string) => page.locator(`[data-cell="${of}"]`);
const ILO = "International Labour Organization";

const place = (request: APIRequestContext, origin: string, version: number, influence: string, stance: string) =>
  request.post(`${origin}/stakeholders`, {
    form: { intent: "place", entry: "1", version: String(version), influence, stance },
    headers: { Origin: origin },
    maxRedirects: 0,
  });

/** @param meanwhile what happens while somebody is held */
async function drag(page: Page, title: string, to: string, meanwhile?: () => Promise<unknown>) {
  const from = await boxOf(onMap(page, title));
  const target = await boxOf(cell(page, to));
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height / 2, { steps: 3 });
  await meanwhile?.();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 5 });
  await page.mouse.up();
}

test("a coordinator puts somebody on the map by mouse and by keyboard, and sees how it changed", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.setViewportSize({ width: 1440, height: 1200 });
  await page.goto("/stakeholders");
  await page.locator(".power-map[data-hand]").waitFor();
  await expect(cell(page, "").locator("[data-on-map]")).toHaveCount(8);
  await drag(page, ILO, "high open");
  await expect(page.getByText(/stands here now: influence: Much, stance: Open/)).toBeVisible();
  await expect(cell(page, "high open")).toContainText(ILO);

  await onMap(page, ILO).locator(".map-grip").focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("p[aria-live]").first()).toHaveText("influence: Decisive, stance: Supportive");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/stands here now: influence: Decisive, stance: Supportive/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/stands here now: influence: Much, stance: Open/)).toBeVisible();

  await page.getByLabel("Since").fill("2020-01-01");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.locator('[data-shifted="1"]')).toContainText(
    "then: not placed yet; now: influence: Much, stance: Open",
  );
  await expect(cell(page, "high open")).toContainText("placed since");
  await expectAccessible(page);
});

test("two at once: the second is told where it stands now, and decides", async ({ page, signIn, server }) => {
  await signIn("eval-coordinator-asia");
  await page.setViewportSize({ width: 1440, height: 1200 });
  await page.goto("/stakeholders");
  await page.locator(".power-map[data-hand]").waitFor();
  await drag(page, ILO, "high open", async () => {
    expect((await place(page.request, server.origin, 1, "low", "against")).status()).toBe(302);
  });
  await expect(page.getByText(/It stands here now: influence: Little, stance: Against/)).toBeVisible();
  await expect(cell(page, "low against")).toContainText(ILO);
  await page.getByRole("button", { name: "Put it there all the same" }).click();
  // Drawn at once, and true when the server has said so: a test that ends before moves somebody in the next one.
  await expect(page.getByText(/stands here now: influence: Much, stance: Open/)).toBeVisible();
  await expect(cell(page, "high open")).toContainText(ILO);
});

test("what a colleague moves is seen at once", async ({ page, signIn, server }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/stakeholders");
  await expect(cell(page, "")).toContainText(ILO);
  expect((await place(page.request, server.origin, 1, "high", "open")).status()).toBe(302);
  await expect(cell(page, "high open")).toContainText(ILO);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false });

  test("somebody is put on the map by a form, and the second of two sees both states", async ({
    page,
    signIn,
    server,
  }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/stakeholders");
    await page.getByRole("link", { name: `Move ${ILO}` }).click();
    const panel = page.locator("#place");
    await panel.getByLabel("Influence").selectOption("high");
    await panel.getByLabel("Stance").selectOption("open");
    await expectFits(page);
    await place(page.request, server.origin, 1, "low", "ally");
    await panel.getByRole("button", { name: "Put it there" }).click();
    await expect(page.getByText(/It stands here now: influence: Little, stance: Ally/)).toBeVisible();
    await page.getByRole("button", { name: "Put it there all the same" }).click();
    await expect(cell(page, "high open")).toContainText(ILO);
    await expect(page.getByText(/stands here now: influence: Much, stance: Open/)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cell(page, "low ally")).toContainText(ILO);
  });
});

test("a member reads the map and moves nobody", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/stakeholders?network=insp-r");
  await expect(onMap(page, ILO)).toBeVisible();
  await expect(page.locator(".map-grip")).toHaveCount(0);
});
