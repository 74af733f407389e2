import { enter, networkIn } from "../support/entries.ts";
import { expect, expectAccessible, expectFits, test } from "../support/test.ts";

test("a continent writes its next context analysis, which shows what changed", async ({ page, signIn, server }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/contexts");
  await expect(page.locator('[data-context-of="asia"]')).toContainText("none yet");
  await page.locator('[data-context-of="asia"]').getByRole("link").click();
  await expect(page.getByLabel("Level or continent")).not.toHaveValue("");
  const network = await page.getByLabel("Level or continent").inputValue();
  const first = { network, "title.en": "Asia in 2025", day: "2025-05-01", "situation.en": "Health care is free." };
  await enter(page.request, server.origin, "/contexts/new", first);
  await page.getByLabel("Title", { exact: true }).fill("Asia in 2026");
  await page.getByLabel("Day", { exact: true }).fill("2026-05-01");
  await page.getByLabel("The situation", { exact: true }).fill("Health care is paid for.");
  await page.getByRole("button", { name: "Enter it" }).click();
  const changed = page.locator("#changed");
  await expect(changed.getByRole("link", { name: "Asia in 2025" })).toBeVisible();
  await expect(changed.locator("del")).toContainText("free");
  await expect(changed.locator("ins")).toContainText("paid for");
  await expectAccessible(page);
  await page.goto("/contexts");
  await expect(page.locator('[data-context-of="asia"]')).toContainText("Asia in 2026");
  await expect(page.locator("[data-entry]")).toHaveCount(2);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false });

  test("a member says that their network adopts a position, once", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/positions");
    await page.getByRole("link", { name: "Position on COVID-19" }).click();
    await expect(page.locator("#endorsed")).toContainText("adopted by 0 of 13 networks");
    await page.getByRole("link", { name: "Enter what a network says" }).click();
    await page.getByLabel("What it says").selectOption("adopted-with-remarks");
    await page.getByLabel("Day", { exact: true }).fill("2026-11-01");
    await page.getByLabel("Remark").fill("With vaccines for migrants.");
    await page.getByRole("button", { name: "Enter what a network says" }).click();
    await expect(page.locator("#endorsed")).toContainText("adopted by 1 of 13 networks");
    await expect(page.locator("#endorsed")).not.toContainText("Nepal");
    await expect(page.locator("#endorsements")).toContainText("With vaccines for migrants.");
    await expectFits(page);
  });

  test("what is to be done before a meeting is reckoned back from it, and marked as done", async ({
    page,
    signIn,
    server,
  }) => {
    await signIn("eval-coordinator-asia");
    const network = await networkIn(page, "/windows/new", "INSP!R");
    const meeting = { network, "title.en": "Made up for a test", first: "2031-06-10", last: "2031-06-09" };
    const refused = await page.request.post(`${server.origin}/windows/new`, {
      form: meeting,
      headers: { Origin: server.origin },
    });
    expect(refused.status()).toBe(422);
    expect(await refused.text()).toContain("The last day lies before the first.");
    const path = await enter(page.request, server.origin, "/windows/new", { ...meeting, last: "2031-06-12" });
    const prepare = (weeks: string, what: string) =>
      enter(page.request, server.origin, `${path}/parts/milestones`, {
        intent: "add",
        weeks,
        what,
        state: "to-do",
        language: "en",
      });
    await prepare("1", "The delegation meets");
    await prepare("6", "The text is sent");
    await page.goto("/windows");
    await expect(page.locator("[data-entry]")).toHaveCount(1);
    await expect(page.locator("[data-entry]")).toContainText("Next, by 29 Apr 2031: The text is sent");
    await expectFits(page);
    await page.getByRole("link", { name: "Made up for a test" }).click();
    const rows = page.locator("#milestones li");
    await expect(rows.nth(0)).toContainText("29 Apr 2031");
    await expect(rows.nth(1)).toContainText("3 Jun 2031");
    await page.getByRole("button", { name: "Done: The text is sent" }).click();
    await expect(rows.nth(0)).toContainText("Done");
    await expect(page.getByRole("button", { name: "Done: The text is sent" })).toHaveCount(0);
    await expectFits(page);
    await page.goto("/windows");
    await page.getByRole("link", { name: "Past" }).click();
    await expect(page.locator("[data-entry]")).toContainText("Global Social Protection Week");
  });
});
