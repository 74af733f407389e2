import { expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "milestones on a phone" : "milestones on a phone without JavaScript", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled });

    test("are added, marked, changed and removed, in the order of their days", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      await page.goto("/actions/LRN-2");
      await page.getByRole("link", { name: "Add a milestone" }).click();
      for (const [name, day] of [
        ["Host networks are chosen", "2031-05-02"],
        ["The first visit", "2020-03-01"],
      ] as const) {
        await page.getByLabel("What is to be reached").fill(name);
        await page.getByLabel("Day", { exact: true }).fill(day);
        await page.getByRole("button", { name: "Add", exact: true }).click();
        await expect(page.locator(".milestone", { hasText: name })).toBeVisible();
      }
      const rows = page.locator(".milestones .milestone");
      await expect(rows.nth(0)).toContainText("The first visit");
      await expect(rows.nth(0)).toContainText("was due on 1 Mar 2020");
      await expect(rows.nth(1)).toContainText("Ahead");
      if (javaScriptEnabled) await expectAccessible(page);
      await expectFits(page);

      await page.getByRole("button", { name: "The first visit: Done" }).click();
      await expect(rows.nth(0)).toContainText("Done");
      await page.getByRole("link", { name: "Change “Host networks are chosen”" }).click();
      await expect(page.getByLabel("Day", { exact: true })).toHaveValue("2031-05-02");
      await page.getByLabel("Day", { exact: true }).fill("2019-12-24");
      await page.getByLabel("State").selectOption("missed");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(rows.nth(0)).toContainText("Host networks are chosen");
      await expect(rows.nth(0)).toContainText("Missed");
      await page.getByRole("link", { name: "Change “Host networks are chosen”" }).click();
      await page.getByRole("button", { name: "Remove" }).click();
      await expect(rows).toHaveCount(1);
      await page.goto("/actions/LRN-2");
      await expect(page.locator(".milestones")).toContainText("The first visit");
      await page.goto("/actions/LRN-2/history");
      await expect(page.locator(".event").nth(1)).toContainText("milestone “Host networks are chosen” changed");
    });
  });
}

test("a milestone that somebody changed meanwhile: both states, and nothing typed is lost", async ({
  page,
  context,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/actions/LRN-2/milestones");
  await page.getByLabel("What is to be reached").fill("The first visit");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Please give a day.")).toBeVisible();
  await page.getByLabel("Day", { exact: true }).fill("2031-05-02");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("link", { name: "Change “The first visit”" }).click();
  await hydrated(page);
  await expect(page.getByLabel("What is to be reached")).toHaveValue("The first visit");
  await page.getByLabel("What is to be reached").fill("The first visit, to Benin");
  const other = await context.newPage();
  await other.goto("/actions/LRN-2/milestones");
  await other.getByRole("button", { name: "The first visit: Done" }).click();
  await expect(other.locator(".milestones .milestone")).toContainText("Done");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice.wrong")).toContainText("Somebody changed this milestone meanwhile.");
  await expect(page.locator(".notice.wrong .milestone")).toContainText("Done");
  await expect(page.getByLabel("What is to be reached")).toHaveValue("The first visit, to Benin");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".milestones .milestone")).toContainText("The first visit, to Benin");
});

test("a board is asked for one kind of action", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/boards/learning?kind=field-visit");
  await expect(page.locator("[data-action]")).toHaveCount(1);
  await expect(page.locator('[data-action="LRN-2"]')).toBeVisible();
  await hydrated(page);
  await page.locator(".filter-menu > summary").click();
  await page.getByRole("checkbox", { name: "Seminar" }).check();
  await expect(page).toHaveURL(/kind=field-visit&kind=seminar/);
  await expect(page.locator('[data-action="LRN-2"]')).toBeVisible();
  await expect(page.locator('[data-action="LRN-3"]')).toBeVisible();
});
