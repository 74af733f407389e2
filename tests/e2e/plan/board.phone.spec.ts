import { boxOf, cardsIn, expect, expectAccessible, expectFits, handy, hydrated, test } from "../support/test.ts";

/** Touches as a finger makes them, through the browser's own input; Playwright's touchscreen can only tap. */
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

test.beforeEach(async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
});

test("shows one stage a screen, beginning where the work is, with the names of all in reach", async ({ page }) => {
  await expect(page.locator('[data-action="LOB-1"]')).toBeInViewport();
  await expect(page.getByRole("link", { name: "Under way 8" })).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "Done 2" }).click();
  await expect(page.locator('[data-action="LOB-8"]')).toBeInViewport();
  await expectFits(page);
});

test("a scroll never drags a card", async ({ page }) => {
  const touch = await finger(page);
  const box = await boxOf(page.locator('[data-action="LOB-3"]'));
  const x = box.x + 120;
  const y = box.y + 60;
  await touch.down(x, y);
  for (let step = 1; step <= 10; step++) await touch.move(x, y - step * 20);
  await expect(page.locator("[data-held]")).toHaveCount(0);
  await touch.up();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await expect(page.locator('[data-action="LOB-3"]')).toHaveAttribute("data-version", "2");
});

test("a long press picks a card up and drags it", async ({ page }) => {
  const touch = await finger(page);
  const before = await cardsIn(page, "under-way");
  const [first = "", second = ""] = before;
  await page.locator(`[data-action="${second}"]`).scrollIntoViewIfNeeded();
  const from = await boxOf(page.locator(`[data-action="${first}"]`));
  const below = await boxOf(page.locator(`[data-action="${second}"]`));
  const x = from.x + 120;
  await touch.down(x, from.y + 50);
  // The press is long enough when the card is in the hand.
  await expect(page.locator("[data-held=dragged]")).toHaveCount(1);
  await touch.move(x + 20, from.y + 70);
  // It lies under the finger as it was taken, and is as large as it was.
  const moved = () =>
    page.locator(".in-hand").evaluate((hand, { x, y, width, height }) => {
      const now = hand.getBoundingClientRect();
      return [now.x - x, now.y - y, now.width - width, now.height - height].map(Math.round);
    }, from);
  await expect.poll(moved).toEqual([20, 20, 0, 0]);
  await touch.move(x, below.y + below.height - 6);
  await touch.up();
  await expect(page.locator(`[data-action="${first}"]`)).toHaveAttribute("data-version", "3");
  await expect.poll(async () => (await cardsIn(page, "under-way")).slice(0, 2)).toEqual([second, first]);
});

test("a long press on a card that one may not move says why", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/boards/lobbying");
  await hydrated(page);
  const touch = await finger(page);
  const { centre } = await boxOf(page.locator('[data-action="LOB-1"]'));
  await touch.down(centre.x, centre.y);
  await expect(page.getByText("The coordinators of this board move its actions.")).toBeVisible();
  await touch.up();
});

test("the form moves a card without any dragging", async ({ page }) => {
  await page.getByRole("link", { name: "Move LOB-3" }).click();
  await page.getByRole("combobox", { name: "Stage" }).selectOption("on-hold");
  await page.getByLabel("Reason").fill("Waiting for the new government.");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("LOB-3 is in On hold now.")).toBeVisible();
});

test("has no barrier that axe finds", async ({ page }) => {
  await expectAccessible(page);
});
