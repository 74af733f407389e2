import { boxOf, expect, expectAccessible, expectFits, test } from "../support/test.ts";

const row = (page: import("@playwright/test").Page, ref: string) => page.locator(`[data-action="${ref}"]`);

test.beforeEach(async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?view=timeline&from=2026-Q1");
  await page.locator(".timeline-box[data-hand]").waitFor();
});

/** Touches as a finger makes them, through the browser's own input. */
async function finger(page: import("@playwright/test").Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (x: number, y: number) => send("touchStart", [{ x, y }]),
    move: (x: number, y: number) => send("touchMove", [{ x, y }]),
    up: () => send("touchEnd", []),
  };
}

test("the page does not scroll sideways, with the quarters around now or all of them", async ({ page }) => {
  await expectFits(page);
  await page.goto("/boards/lobbying?view=timeline&from=all");
  await expect(row(page, "LOB-4")).toBeVisible();
  await expectFits(page);
});

test("a scroll never drags an end; a long press picks it up", async ({ page }) => {
  const touch = await finger(page);
  const handle = row(page, "LOB-4").locator('[data-end="due"]');
  await handle.scrollIntoViewIfNeeded();
  let { x, y } = (await boxOf(handle)).centre;
  const before = await page.evaluate(() => scrollY);
  await touch.down(x, y);
  for (let step = 1; step <= 8; step++) await touch.move(x, y - step * 20);
  await expect(page.locator("[data-held]")).toHaveCount(0);
  await touch.up();
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);

  await handle.scrollIntoViewIfNeeded();
  ({ x, y } = (await boxOf(handle)).centre);
  await touch.down(x, y);
  await expect
    .poll(async () => {
      await touch.move(x + 1, y + 1);
      return page.locator("[data-held=carried]").count();
    })
    .toBe(1);
  await touch.move(x + 60, y);
  await touch.up();
  await expect(page.getByText("LOB-4 is planned anew: Q4 2025 to Q3 2027.")).toBeVisible();
});

test("has no barrier that axe finds, with the form open too", async ({ page }) => {
  await row(page, "LOB-4").getByRole("link", { name: "Quarters LOB-4" }).click();
  await expect(page.getByRole("form").getByLabel("Start")).toBeVisible();
  await expectAccessible(page);
});
