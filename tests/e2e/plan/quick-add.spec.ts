import type { Page } from "@playwright/test";
import { scriptsOf } from "../support/scripts.ts";
import { cardsIn, expect, expectAccessible, expectFits, handy, test } from "../support/test.ts";

const field = (page: Page, stage: string) => page.locator(`#add-${stage}`).getByLabel("Title");
const open = (page: Page, stage: string) =>
  page.locator(`#stage-${stage}`).getByRole("link", { name: "Quick add", exact: true });

test("a title and Enter make an action at the foot of the column; the field stays for the next", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
  expect((await scriptsOf(page)).filter(({ name }) => name.includes("quick-add"))).toEqual([]);
  await open(page, "planned").click();
  await expect(field(page, "planned")).toBeFocused();
  await page.keyboard.type("Meet the ministry");
  await page.keyboard.press("Enter");
  await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-11"]);
  await expect(field(page, "planned")).toBeFocused();
  await expect(field(page, "planned")).toHaveValue("");
  await expect(page.locator("#add-planned").getByRole("status")).toHaveText("Added: LOB-11 Meet the ministry");

  // As quickly as somebody types, and the same title twice on purpose.
  await page.keyboard.type("Meet the ministry");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Meet the press");
  await page.keyboard.press("Enter");
  await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-11", "LOB-12", "LOB-13"]);
  await expect(page.locator('[data-action="LOB-13"]')).toContainText("Meet the press");
  await expect(page.locator('[data-action="LOB-13"]')).toContainText("Asia");

  await page.keyboard.press("Enter");
  await expect(page.locator("#add-planned").getByText("Please give a title.")).toBeVisible();
  await expect(field(page, "planned")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(open(page, "planned")).toBeFocused();
});

test("what is typed goes along to the whole form, and stays when the line drops", async ({ page, context, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await handy(page);
  await open(page, "under-way").click();
  await field(page, "under-way").fill("Half a thought");
  await context.setOffline(true);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText("The line dropped, so nothing was saved. What you typed is still here.")).toBeVisible();
  await expect(field(page, "under-way")).toHaveValue("Half a thought");
  await context.setOffline(false);
  await page.locator("#add-under-way").getByRole("button", { name: "More…" }).click();
  await expect(page.getByRole("heading", { name: "Add an action" })).toBeVisible();
  await expect(page.getByLabel("Title").first()).toHaveValue("Half a thought");
  await expect(page.getByLabel("Stage", { exact: true })).toHaveValue("under-way");
});

test("stands where an action may begin, and for those who may add one", async ({ page, signIn }) => {
  const links = page.getByRole("link", { name: "Quick add" });
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await expect(links).toHaveText(["Quick add", "Quick add", "Quick add", "Quick add"]);
  // An international action must first name whom it strengthens.
  await signIn("eval-admin");
  await page.goto("/boards/lobbying");
  await expect(links).toHaveCount(1);
  await expect(open(page, "proposed")).toBeVisible();
  await signIn("eval-member-nepal");
  await page.goto("/boards/lobbying");
  await expect(page.locator(".columns")).toBeVisible();
  await expect(links).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("the form opens by its link, keeps what was typed, and stays open", async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/boards/lobbying#stage-planned");
    await open(page, "planned").click();
    await field(page, "planned").fill("x".repeat(201));
    await page.locator("#add-planned").getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText("A title has at most 200 characters.")).toBeVisible();
    await expect(field(page, "planned")).toHaveValue("x".repeat(201));
    await field(page, "planned").fill("Meet the ministry");
    await page.locator("#add-planned").getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText("Added: LOB-11 Meet the ministry")).toBeVisible();
    await expect.poll(() => cardsIn(page, "planned")).toEqual(["LOB-11"]);
    await expectFits(page);
    await field(page, "planned").fill("Meet the press");
    await page.locator("#add-planned").getByRole("button", { name: "More…" }).click();
    await expect(page.getByLabel("Title").first()).toHaveValue("Meet the press");
  });
});
