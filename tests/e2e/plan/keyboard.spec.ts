import type { Locator, Page } from "@playwright/test";
import { expect, expectFits, hydrated, test } from "../support/test.ts";

/* What is done to an action with the keyboard alone: no pointer is ever used here. */

/** Where Tab stops. A group of choices is left out: it is one stop, and which of them depends on what is chosen. */
const STOPS = "a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary, [tabindex]";

/** Presses Tab until the focus is where it is wanted, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const between = await wanted.evaluate((element, stops) => {
    const comesAfter = (one: Node | null, other: Node) =>
      ((one?.compareDocumentPosition(other) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    return [...document.querySelectorAll<HTMLElement>(stops)].filter(
      (stop) =>
        comesAfter(document.activeElement, stop) &&
        comesAfter(stop, element) &&
        stop.tabIndex >= 0 &&
        stop.checkVisibility({ visibilityProperty: true }) &&
        !stop.matches(":disabled, [inert] *"),
    ).length;
  }, STOPS);
  // Most of the way without looking, since each look takes as long as a press. The last steps one by one.
  await Promise.all(Array.from({ length: Math.max(0, between - 2) }, () => page.keyboard.press("Tab")));
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not come there.");
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

async function press(page: Page, wanted: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

test("a coordinator enters a key result and checks in", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/actions/LRN-2");
  await hydrated(page);
  await press(page, page.getByRole("link", { name: "Add a key result" }));
  await type(page, "What is measured", "Visits made");
  await type(page, "Unit", "visits");
  await type(page, "Start value", "0");
  await type(page, "Target value", "10");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Visits made" })).toBeVisible();

  await press(page, page.getByRole("link", { name: "Check in", exact: true }).first());
  await tabTo(page, page.getByRole("textbox", { name: "Visits made" }));
  await page.keyboard.type("4");
  await press(page, page.getByLabel("On track"), "Space");
  await type(page, "What happened", "Four visits were made.");
  await press(page, page.getByRole("button", { name: "Check in" }));
  await expect(page.locator("#check-in .check-in")).toContainText("Four visits were made.");
  await expect(page.locator(".key-result .reached")).toContainText("40%");
});

test("a member answers for their network", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/actions/COM-1/strengthens/nepal");
  await hydrated(page);
  await press(page, page.getByLabel("Adopted"), "Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Adapted")).toBeChecked();
  await type(page, "Note", "In Nepali too.");
  await press(page, page.getByRole("button", { name: "Answer" }));
  await expect(page.locator("[data-network=nepal]")).toContainText("Adapted");
  await expect(page.locator("[data-network=nepal]")).toContainText("In Nepali too.");
});

test("a coordinator finds what an action waits for, and enters a milestone", async ({ page, signIn }) => {
  await signIn("eval-admin");
  await page.goto("/actions/LOB-3/dependencies");
  await hydrated(page);
  await type(page, "Why it waits", "It has to be paid for first.");
  await type(page, "The other action", "joint proposals");
  await press(page, page.getByRole("button", { name: "Look for it" }));
  await press(page, page.getByRole("button", { name: "Add FIN-2" }));
  await expect(page.locator('[data-dependency="FIN-2"]')).toContainText("It has to be paid for first.");

  await page.goto("/actions/LOB-3/milestones");
  await hydrated(page);
  await type(page, "What is to be reached", "The meeting in June");
  await tabTo(page, page.getByLabel("Day", { exact: true }));
  await page.keyboard.type("15062031");
  await press(page, page.getByRole("button", { name: "Add", exact: true }));
  await expect(page.locator(".milestone", { hasText: "The meeting in June" })).toContainText("Ahead");
});

test("a coordinator changes a priority in the table, several at once, and takes that back", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?view=table");
  await hydrated(page);
  await tabTo(page, page.getByLabel("Priority of LOB-3"));
  await page.keyboard.type("Low");
  await page.keyboard.press("Enter");
  await expect(page.locator('tr[data-action="LOB-3"]')).toHaveAttribute("data-version", "3");

  for (const ref of ["LOB-1", "LOB-2"])
    await press(page, page.locator(`tr[data-action="${ref}"] input[type=checkbox]`), "Space");
  await tabTo(page, page.getByLabel("Priority", { exact: true }).last());
  await page.keyboard.type("High");
  await press(page, page.getByRole("button", { name: "Change", exact: true }));
  await expect(page.locator('tr[data-action="LOB-1"]')).toHaveAttribute("data-version", "3");
  await press(page, page.getByRole("button", { name: "Undo" }));
  await expect(page.locator('tr[data-action="LOB-1"]')).toHaveAttribute("data-version", "4");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("what an action waits for is found and added, and the page does not scroll sideways", async ({
    page,
    signIn,
  }) => {
    await signIn("eval-admin");
    await page.goto("/actions/LOB-3/dependencies");
    await page.getByLabel("Why it waits").fill("It has to be paid for first.");
    await page.getByLabel("The other action").fill("joint proposals");
    await page.getByRole("button", { name: "Look for it" }).tap();
    await page.getByRole("button", { name: "Add FIN-2" }).tap();
    await expect(page.locator('[data-dependency="FIN-2"]')).toBeVisible();
    await expectFits(page);
  });
});
