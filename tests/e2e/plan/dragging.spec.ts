import type { Locator, Page } from "@playwright/test";
import { boxOf, cardsIn, expect, handy, hydrated, test } from "../support/test.ts";

const card = (page: Page, ref: string) => page.locator(`[data-action="${ref}"]`);
const column = (page: Page, stage: string) => page.locator(`section[data-stage="${stage}"]`);
const hand = (page: Page) => page.locator(".in-hand");
const grip = (page: Page, ref: string) => card(page, ref).getByRole("link", { name: `Move ${ref}` });

/** How far the pointer is from the upper left corner of what it holds, and how large that is (CSS px). */
async function heldAt(locator: Locator, { x, y }: { x: number; y: number }) {
  const box = await locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  return { x: x - box.left, y: y - box.top, width: box.width, height: box.height };
}

/** Takes a card at a place in it and carries it somewhere, without putting it down. */
async function carry(page: Page, ref: string, to: { x: number; y: number }) {
  const box = await boxOf(card(page, ref));
  // Whole pixels, as a mouse tells them.
  const from = { x: Math.round(box.x) + 40, y: Math.round(box.y) + 30 };
  const held = await heldAt(card(page, ref), from);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  return held;
}

/** The middle of a column, in sight. */
async function over(page: Page, stage: string) {
  const { x, y, width } = await boxOf(column(page, stage));
  return { x: x + width / 2, y: y + 90 };
}

test.beforeEach(async ({ signIn }) => {
  await signIn("eval-coordinator-asia");
});

for (const [name, viewport] of Object.entries({
  "a laptop's window": { width: 1440, height: 900 },
  "a window at 200 % zoom": { width: 720, height: 450 },
  "a phone held across": { width: 812, height: 375 },
}))
  test(`what is carried lies under the pointer at its own size: ${name}, a scrolled column`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/boards/lobbying");
    await handy(page);
    await card(page, "LOB-10").scrollIntoViewIfNeeded();
    const { x, y } = (await boxOf(card(page, "LOB-10"))).centre;
    const to = { x: Math.round(x) - 30, y: Math.round(y) - 20 };
    const held = await carry(page, "LOB-10", to);
    await expect.poll(async () => rounded(await heldAt(hand(page), to))).toEqual(rounded(held));
    await page.keyboard.press("Escape");
    await page.mouse.up();
  });

const rounded = (box: Record<string, number>) =>
  Object.fromEntries(Object.entries(box).map(([name, value]) => [name, Math.round(value)]));

test("the column under the pointer scrolls, so that its end can be reached; the one that the card left stays", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto("/boards/lobbying");
  await handy(page);
  const before = await cardsIn(page, "under-way");
  const scrolled = (stage: string) =>
    column(page, stage)
      .locator(".cards")
      .evaluate((list) => list.scrollTop);
  const list = await boxOf(column(page, "under-way").locator(".cards"));
  await carry(page, "LOB-8", { x: list.centre.x, y: list.y + list.height - 6 });
  await expect
    .poll(() => card(page, before.at(-1) ?? "").evaluate((last) => last.getBoundingClientRect().bottom))
    .toBeLessThan(700);
  expect(await scrolled("done")).toBe(0);
  await page.mouse.up();
  await expect(page.getByText("LOB-8 is in Under way now.")).toBeVisible();
  await expect.poll(() => cardsIn(page, "under-way")).toEqual([...before, "LOB-8"]);
});

test("a folded column opens under a resting card, asks for the reason in place, and gives the card back", async ({
  page,
}) => {
  await page.goto("/boards/lobbying");
  await handy(page);
  const before = await cardsIn(page, "under-way");
  const onHold = column(page, "on-hold");
  await expect(onHold).toHaveClass(/folded/);
  await carry(page, "LOB-3", await over(page, "on-hold"));
  await expect(onHold).not.toHaveClass(/folded/);
  await page.mouse.up();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await expect(onHold.locator('[data-action="LOB-3"]')).toBeVisible();
  await expect(page.getByRole("button", { name: "Move", exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect.poll(() => cardsIn(page, "under-way")).toEqual(before);
  await expect(onHold).toHaveClass(/folded/);
  await expect(grip(page, "LOB-3")).toBeFocused();
});

test("a folded column takes a card that is dropped on it at once", async ({ page }) => {
  await page.goto("/boards/lobbying");
  await handy(page);
  await carry(page, "LOB-3", await over(page, "dropped"));
  await page.mouse.up();
  await page.getByLabel("Reason").fill("Another network has taken it up.");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("LOB-3 is in Dropped now.")).toBeVisible();
  await expect(column(page, "dropped")).toContainText("1");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("LOB-3 is back in Under way.")).toBeVisible();
});

test("Escape gives a dragged card back, and the focus with it", async ({ page }) => {
  await page.goto("/boards/lobbying");
  await handy(page);
  const before = await cardsIn(page, "under-way");
  await carry(page, "LOB-3", await over(page, "planned"));
  await expect(hand(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(hand(page)).toHaveCount(0);
  await page.mouse.up();
  await expect.poll(() => cardsIn(page, "under-way")).toEqual(before);
  await expect(card(page, "LOB-3").locator(":focus")).toHaveCount(1);
  await expect(card(page, "LOB-3")).toHaveAttribute("data-version", "2");
});

test("a card that was dropped keeps the focus in its new place", async ({ page }) => {
  await page.goto("/boards/lobbying");
  await handy(page);
  await carry(page, "LOB-3", await over(page, "planned"));
  await page.mouse.up();
  await expect(page.getByText("LOB-3 is in Planned now.")).toBeVisible();
  await expect(grip(page, "LOB-3")).toBeFocused();
});

test("the keyboard carries a card into a folded column and back again", async ({ page }) => {
  await page.goto("/boards/lobbying");
  await handy(page);
  const said = page.locator("p[aria-live]");
  await grip(page, "LOB-8").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText("On hold, place 1 of 1");
  await expect(grip(page, "LOB-8")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText("Dropped, place 1 of 1");
  await page.keyboard.press("Escape");
  await expect(said).toHaveText("LOB-8 is back where it was.");
  await expect(grip(page, "LOB-8")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(page.getByLabel("Reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(grip(page, "LOB-8")).toBeFocused();
  await expect.poll(() => cardsIn(page, "done")).toContain("LOB-8");
});

test("a card that one may not move says why, and what one can do instead", async ({ page, signIn }) => {
  await signIn("eval-admin");
  await page.goto("/actions/new?board=lobbying");
  await page.getByLabel("Title").first().fill("Hearing on care work");
  await page.getByLabel("Lead network").selectOption({ label: "Belgium/Europe" });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL("/actions/LOB-11");

  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
  await carry(page, "LOB-11", await over(page, "planned"));
  await page.mouse.up();
  await expect(page.getByText("LOB-11 is led by Belgium/Europe: its coordinators move it.")).toBeVisible();
  await expect.poll(() => cardsIn(page, "proposed")).toEqual(["LOB-11"]);

  await signIn("eval-member-nepal");
  await page.goto("/boards/lobbying");
  await hydrated(page);
  await carry(page, "LOB-3", await over(page, "planned"));
  await page.mouse.up();
  await expect(page.getByText("The coordinators of this board move its actions.")).toBeVisible();
  await page.getByRole("link", { name: "Suggest a change" }).click();
  await expect(page).toHaveURL("/suggestions/new?action=LOB-3");
});

test("who comes back from an action finds the board as it was left", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto("/boards/lobbying?priority=normal");
  await handy(page);
  const list = column(page, "under-way").locator(".cards");
  await list.evaluate((box) => box.scrollTo({ top: 200, behavior: "instant" }));
  const [ref = ""] = (await cardsIn(page, "under-way")).slice(2);
  const link = card(page, ref).locator("h3 a");
  await link.click();
  await expect(page).toHaveURL(`/boards/lobbying?priority=normal&panel=${ref}`);
  const top = await list.evaluate((box) => box.scrollTop);
  expect(top).toBeGreaterThan(50);
  await page.locator(`.action-panel a[href="/actions/${ref}"]`).click();
  await expect(page).toHaveURL(`/actions/${ref}`);
  await page.goBack();
  await expect(page).toHaveURL(/priority=normal/);
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(top);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/boards/lobbying?priority=normal");
  await expect(link).toBeFocused();
});
