import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, test } from "../support/test.ts";

/** Chooses from the menu of what is made from an action now and then. */
async function choose(page: Page, name: string) {
  await page.locator("main details.menu > summary", { hasText: "More" }).click();
  await page.getByRole("link", { name, exact: true }).click();
}

test.describe("without a script, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a template is made of an action, found by its title, and an action made from it", async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/actions/LRN-2");
    await choose(page, "Make a template of it");
    await page.getByLabel("Title").first().fill("A regional seminar");
    const milestone = page.getByRole("group", { name: "Milestone 1" });
    await milestone.getByLabel("Name").fill("Invitations sent");
    await milestone.getByLabel("Month", { exact: true }).fill("99");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(milestone.getByText("Please give a whole number within the bounds.")).toBeVisible();
    await expect(milestone.getByLabel("Name")).toHaveValue("Invitations sent");
    await milestone.getByLabel("Month", { exact: true }).fill("2");
    await milestone.getByLabel("Day of the month").fill("31");
    await expectFits(page);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Templates" })).toBeVisible();
    await expectFits(page);

    await page.goto("/actions/new?board=learning");
    await page.getByText("Begin with a template").click();
    await page.getByRole("searchbox", { name: "Words of its title" }).fill("nothing");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByText("No template has these words in its title.")).toBeVisible();
    await page.getByRole("searchbox", { name: "Words of its title" }).fill("semin");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: "A regional seminar" }).click();
    await page.getByLabel("Start quarter").selectOption({ index: 8 });
    await page.getByLabel("Due quarter").selectOption({ index: 0 });
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("heading", { name: "A regional seminar" })).toBeVisible();
    await expect(page.getByText("Invitations sent").first()).toBeVisible();
    await expect(page.getByText("made from the template “A regional seminar”")).toBeVisible();
  });
});

test("an action is duplicated, and lets another follow it by a form", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/actions/LRN-2");
  await choose(page, "Duplicate");
  await expect(page.getByText("Made from LRN-2")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Start quarter").selectOption({ index: 8 });
  await page.getByLabel("Due quarter").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("made from LRN-2")).toBeVisible();
  await choose(page, "Let it recur…");
  await page.getByLabel("Recurs").selectOption("year");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Recurs every year")).toBeVisible();
  await expect(page.getByText("how it recurs changed")).toBeVisible();
});
