import type { Page } from "@playwright/test";
import { cardsIn, expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

const row = (page: Page, ref: string) => page.locator(`tr[data-action="${ref}"]`);
const refs = (page: Page) =>
  page.locator("tr[data-action]").evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset.action ?? ""));

test.beforeEach(async ({ signIn }) => {
  await signIn("eval-coordinator-asia");
});

test.describe("the table of a board", () => {
  test("is put in order by its headers and has the columns that one chooses, all in the address", async ({ page }) => {
    await page.goto("/boards/lobbying?level=international");
    await hydrated(page);
    await page.getByRole("link", { name: "Table", exact: true }).click();
    await expect(page).toHaveURL(/level=international&view=table/);
    await page.getByRole("link", { name: /^Reference/ }).click();
    await expect(page.locator("th[aria-sort=ascending]")).toHaveText(/Reference/);
    const up = await refs(page);
    await page.getByRole("link", { name: /^Reference/ }).click();
    await expect(page.locator("th[aria-sort=descending]")).toHaveText(/Reference/);
    await expect.poll(() => refs(page)).toEqual(up.toReversed());

    await page.getByText("Columns and groups").click();
    await page.getByRole("checkbox", { name: "Kind" }).check();
    await page.getByRole("checkbox", { name: "Lead network" }).uncheck();
    await page.getByRole("combobox", { name: "Grouped by" }).selectOption("stage");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("columnheader", { name: "Kind" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Lead network" })).toHaveCount(0);
    await expect(page.locator(".group-head").first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "Kind" })).toBeVisible();
    await expectAccessible(page);
  });

  test("changes a priority in its place, and a stage that asks for a result opens its form", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    const priority = page.getByLabel("Priority of LOB-3");
    await priority.focus();
    await priority.selectOption("low");
    await expect(row(page, "LOB-3")).toHaveAttribute("data-version", "3");
    await expect(priority).toHaveValue("low");

    const stage = page.getByLabel("Stage of LOB-3");
    await stage.focus();
    await stage.selectOption("done");
    await page.getByLabel("Result of LOB-3").fill("The platform stands.");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(row(page, "LOB-3")).toHaveAttribute("data-version", "4");
    await expect(stage).toHaveValue("done");
  });

  test("saves what the keys step to once, when it is final, and offers to take it back", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
    const due = page.getByLabel("Due quarter of LOB-3");
    const before = await due.inputValue();
    await due.focus();
    for (let step = 0; step < 4; step += 1) await due.press("ArrowDown");
    await expect(page.getByText("Enter saves, Esc takes it back")).toBeVisible();
    expect(sent).toEqual([]);
    await due.press("Escape");
    await expect(due).toHaveValue(before);
    for (let step = 0; step < 3; step += 1) await due.press("ArrowDown");
    await due.press("Enter");
    await expect(row(page, "LOB-3")).toHaveAttribute("data-version", "3");
    expect(sent).toHaveLength(1);
    await expect(due).not.toHaveValue(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("1 action is back as it was.")).toBeVisible();
    await expect(due).toHaveValue(before);
  });

  test("never conflicts with oneself: what is chosen while a change is on its way follows it", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let first = true;
    await page.route("**/together*", async (route) => {
      if (first) {
        first = false;
        await held;
      }
      await route.continue();
    });
    const priority = page.getByLabel("Priority of LOB-3");
    await priority.focus();
    await priority.selectOption("low");
    await priority.selectOption("high");
    release();
    await expect(row(page, "LOB-3")).toHaveAttribute("data-version", /^[34]$/);
    await expect(priority).toHaveValue("high");
    await expect(page.getByText(/changed LOB-3 meanwhile/)).toHaveCount(0);
  });

  test("counts what is ticked, and nothing once another page shows other rows", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    for (const ref of ["LOB-1", "LOB-3"]) await page.getByLabel(`Choose ${ref}:`).check();
    await expect(page.getByText("2 chosen")).toBeVisible();
    await page.locator(".filter-menu > summary").click();
    await page.getByRole("checkbox", { name: "National", exact: true }).check();
    await expect(row(page, "LOB-1")).toHaveCount(0);
    await expect(page.getByText("Nothing chosen yet").or(page.getByText("Nothing under these filters."))).toBeVisible();
  });

  test("says in the row when somebody else was first, with both values", async ({ page, context }) => {
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    // The page hears nothing of what the other tab does.
    await page.route("**/live*", (route) => route.abort());
    await page.evaluate(() => Object.defineProperty(document, "hidden", { value: true }));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    const other = await context.newPage();
    await other.goto("/boards/lobbying?view=table");
    await hydrated(other);
    await other.getByLabel("Priority of LOB-3").focus();
    await other.getByLabel("Priority of LOB-3").selectOption("low");
    await expect(row(other, "LOB-3")).toHaveAttribute("data-version", "3");

    await page.getByLabel("Priority of LOB-3").focus();
    await page.getByLabel("Priority of LOB-3").selectOption("normal");
    await expect(page.getByText(/changed LOB-3 meanwhile.*it says Low now; you chose Normal/)).toBeVisible();
    await page.getByRole("button", { name: "Set it to Normal all the same" }).click();
    await expect(row(page, "LOB-3")).toHaveAttribute("data-version", "4");
    await expect(page.getByLabel("Priority of LOB-3")).toHaveValue("normal");
  });

  test("moves three to Under review, and takes all of it back by one button", async ({ page }) => {
    await page.goto("/boards/lobbying");
    const before = await cardsIn(page, "under-way");
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    for (const ref of ["LOB-1", "LOB-3", "LOB-4"]) await page.getByLabel(`Choose ${ref}:`).check();
    await expect(page.getByText("3 chosen")).toBeVisible();
    await page.locator("#together").getByLabel("Stage").selectOption("under-review");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByText("3 actions are changed.")).toBeVisible();
    await expect(page.getByLabel("Stage of LOB-4")).toHaveValue("under-review");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("3 actions are back as they were.")).toBeVisible();
    await page.goto("/boards/lobbying");
    await expect.poll(() => cardsIn(page, "under-way")).toEqual(before);
  });

  test("is kept by name, for all, and found again on the board", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table&sort=-due&group=lead");
    await page.locator(".board-menu > summary").click();
    await page.getByRole("link", { name: "Save this view" }).click();
    await page.getByLabel("Name").fill("By lead");
    await page.getByLabel("For everyone who reads it").check();
    await page.getByRole("button", { name: "Save this view" }).click();
    await page.locator(".board-menu > summary").click();
    await expect(page.getByRole("link", { name: "By lead" })).toHaveAttribute("aria-current", "page");
    await page.goto("/boards/lobbying");
    await page.locator(".board-menu > summary").click();
    await page.getByRole("link", { name: "By lead" }).click();
    await expect(page.locator(".group-head").first()).toBeVisible();
    await page.locator(".board-menu > summary").click();
    await page.getByRole("link", { name: "Save or manage views" }).click();
    await page.getByLabel("New name of “By lead”").fill("By network");
    await page.getByRole("button", { name: "Rename" }).click();
    await expect(page.getByRole("link", { name: "By network" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove “By network”" }).click();
    await expect(page.getByText("None is saved yet.")).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one is changed by its link, several by the form at the foot, and both are taken back", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table&sort=ref");
    await page.getByRole("link", { name: "Change LOB-3", exact: true }).click();
    await page.getByRole("combobox", { name: "Priority" }).selectOption("low");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByText("1 action is changed.")).toBeVisible();
    await expect(row(page, "LOB-3").locator(".is-priority")).toHaveText("Low");

    await page.getByRole("link", { name: "Choose all on this page" }).click();
    await page.locator("#together").getByLabel("Stage").selectOption("on-hold");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByText("Please give a reason")).toBeVisible();
    await page.getByLabel("Result or reason").fill("The year is closed.");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByText("10 actions are changed.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("10 actions are back as they were.")).toBeVisible();
    await expect(row(page, "LOB-3").locator(".is-stage")).toHaveText("Under way");
  });
});

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("only the table scrolls sideways, and its titles stay", async ({ page }) => {
    await page.goto("/boards/lobbying?view=table");
    await hydrated(page);
    await expectFits(page);
    await page.locator(".table-box").evaluate((box) => box.scrollTo({ left: 400 }));
    await expect(row(page, "LOB-1").locator(".title a")).toBeInViewport();
    // What is half under the titles comes out when it is gone to: axe judges the table as it opens.
    await page.locator(".table-box").evaluate((box) => box.scrollTo({ left: 0 }));
    await expectAccessible(page);
  });
});
