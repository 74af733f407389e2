import { expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the plan between two instants, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a coordinator moves and rewords, and finds both told with who and what", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      await page.goto("/actions/LRN-2/move");
      await page.getByLabel("Stage").selectOption("dropped");
      await page
        .getByLabel(/reason/i)
        .first()
        .fill("Others do it already.");
      await page.getByRole("button", { name: "Move" }).click();
      await expect(page).toHaveURL(/\/actions\/LRN-2$/);
      await page.goto("/actions/LRN-3/edit");
      const title = page.getByLabel("Title").first();
      await title.fill(`${await title.inputValue()} every year`);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page).toHaveURL(/\/actions\/LRN-3$/);

      await page.goto("/boards/learning/history");
      await page.getByRole("link", { name: "What changed between two days" }).click();
      await expect(page).toHaveURL(/\/plan\/compare\?board=learning$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed in the plan");
      const dropped = page.locator('[data-action="LRN-2"]');
      await expect(dropped).toContainText("Planned → Dropped");
      await expect(dropped).toContainText("Others do it already.");
      await expect(dropped.locator(".compare-said")).toContainText("Coordinator");
      await expect(page.locator('[data-action="LRN-3"] ins')).toContainText("every year");
      await expect(page.locator('[data-change="gone"]')).toHaveText("1 dropped");
      await expect(page.locator('[data-change="reworded"]')).toHaveText("1 reworded");

      await page.locator('[data-change="reworded"] a').click();
      await expect(dropped).toHaveCount(0);
      await expect(page.locator('[data-action="LRN-3"]')).toBeVisible();
      await expect(page).toHaveURL(/what=reworded/);
    });

    test("ready choices, two days of one's own, the wrong way round, and nonsense", async ({ page, signIn }) => {
      await signIn("eval-observer");
      await page.goto("/");
      await page.getByRole("link", { name: "What changed between two days" }).click();
      await expect(page.getByText("Nothing changed between the two.")).toBeVisible();
      await page.getByRole("link", { name: "Since Geneva" }).click();
      await expect(page.locator('[data-change="moved"]')).toHaveText("17 moved to another stage");
      await expect(page.getByRole("link", { name: "Since Geneva" })).toHaveAttribute("aria-current", "true");

      await page.getByLabel("From").fill("2020-06-30");
      await page.getByLabel("Until").fill("2020-01-01");
      await page.getByLabel("Board", { exact: true }).selectOption("lobbying");
      await page.getByRole("button", { name: "Compare" }).click();
      await expect(page.getByText("The later one came first.")).toBeVisible();
      await expect(page.getByLabel("From")).toHaveValue("2020-01-01");
      await expect(page.getByText("From 1 Jan 2020 to 30 Jun 2020")).toBeVisible();
      await expect(page.locator('.compare-board[data-board="financing"]')).toHaveCount(0);
      await expect(page.locator('[data-action="LOB-1"]')).toContainText("Planned → Under way");

      const answer = await page.goto("/plan/compare?from=soon&to=2020-Q2");
      expect(answer?.status()).toBe(422);
      const from = page.getByLabel("From");
      await expect(from).toHaveValue("soon");
      await expect(page.getByLabel("Until")).toHaveValue("2020-Q2");
      const described = await from.getAttribute("aria-describedby");
      await expect(page.locator(`[id="${described}"]`)).toContainText("Please give a day such as");
      await from.fill("2020-Q1");
      await page.getByRole("button", { name: "Compare" }).click();
      await expect(page.getByText("From Q1 2020 to Q2 2020")).toBeVisible();
    });
  });
}

test("is accessible, fits a phone and prints without its form", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.setViewportSize({ width: 360, height: 740 });
  for (const query of ["", "?from=2019-12-01", "?from=soon&to=2999-Q1"]) {
    await page.goto(`/plan/compare${query}`);
    await hydrated(page);
    await expectAccessible(page);
    await expectFits(page);
  }
  await page.goto("/plan/compare?from=2019-12-01");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Compare" })).toBeHidden();
  await expect(page.locator('[data-action="LOB-1"]')).toBeVisible();
});
