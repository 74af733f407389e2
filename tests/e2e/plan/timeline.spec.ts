import type { Locator, Page } from "@playwright/test";
import { boxOf, expect, expectAccessible, test } from "../support/test.ts";

const TIMELINE = "/boards/lobbying?view=timeline&from=2026-Q1";

const row = (page: Page, ref: string) => page.locator(`[data-action="${ref}"]`);
const end = (page: Page, ref: string, which: "start" | "due") => row(page, ref).locator(`[data-end="${which}"]`);
const when = (page: Page, ref: string) => row(page, ref).locator(".when");

/** Until the bars have ends to be dragged: the hand is loaded last. */
const handy = (page: Page) => page.locator(".timeline-box[data-hand]").waitFor();

async function middle(locator: Locator) {
  const { centre, width } = await boxOf(locator);
  return { ...centre, width };
}

/** Drags an end of a bar by whole quarters. */
async function drag(page: Page, ref: string, which: "start" | "due", quarters: number) {
  const from = await middle(end(page, ref, which));
  const { width } = await middle(row(page, ref).locator(".track"));
  // The handle stands on the edge between two quarters: into the middle of the one that is meant.
  const to = from.x + (width / 8) * (quarters - (which === "due" ? 0.5 : -0.5));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to) / 2, from.y, { steps: 5 });
  await page.mouse.move(to, from.y, { steps: 5 });
  await page.mouse.up();
}

test.describe("a coordinator on the timeline", () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto(TIMELINE);
    await handy(page);
  });

  test("drags a due quarter by mouse in one request; it stays after a reload, and is taken back", async ({ page }) => {
    await expect(when(page, "LOB-4")).toHaveText("Q4 2025 to Q1 2027");
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await drag(page, "LOB-4", "due", 2);
    await expect(page.getByText("LOB-4 is planned anew: Q4 2025 to Q3 2027.")).toBeVisible();
    await page.reload();
    await handy(page);
    await expect(when(page, "LOB-4")).toHaveText("Q4 2025 to Q3 2027");
    expect(posts).toHaveLength(1);
    await drag(page, "LOB-4", "due", -1);
    await page.getByRole("button", { name: "Undo the change" }).click();
    await expect(page.getByText("LOB-4 is back as it was: Q4 2025 to Q3 2027.")).toBeVisible();
    await expect(when(page, "LOB-4")).toHaveText("Q4 2025 to Q3 2027");
  });

  test("moves an end by keyboard, hears each step, saves with Enter and leaves with Escape", async ({ page }) => {
    const handle = end(page, "LOB-4", "due");
    await handle.focus();
    await expect(handle).toHaveAccessibleName("Due quarter of LOB-4");
    await expect(handle).toHaveAttribute("aria-valuetext", "Q1 2027");
    await page.keyboard.press("ArrowRight");
    await expect(handle).toHaveAttribute("aria-valuetext", "Q2 2027");
    await expect(page.locator("p[aria-live]")).toHaveText(/Q2 2027\. Enter saves/);
    await page.keyboard.press("Escape");
    await expect(handle).toHaveAttribute("aria-valuetext", "Q1 2027");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page.getByText("LOB-4 is planned anew: Q4 2025 to Q3 2027.")).toBeVisible();
    await expect(handle).toBeFocused();
    await page.reload();
    await expect(when(page, "LOB-4")).toHaveText("Q4 2025 to Q3 2027");
  });

  test("two at once: the second is told how it stands, and decides", async ({ page, context, signIn, server }) => {
    await signIn("eval-coordinator-asia");
    await page.route("**/live*", (route) => route.abort());
    await page.goto(TIMELINE);
    await handy(page);
    await context.request.post(`${server.origin}/boards/lobbying`, {
      form: { intent: "replan", ref: "LOB-4", version: "2", start: "2026-Q2", due: "2026-Q4" },
      headers: { Origin: server.origin },
    });
    await drag(page, "LOB-4", "due", 1);
    await expect(page.getByText(/changed LOB-4 meanwhile .* planned now: Q2 2026 to Q4 2026/)).toBeVisible();
    await expect(when(page, "LOB-4")).toHaveText("Q2 2026 to Q4 2026");
    await page.getByRole("button", { name: "Plan it all the same: Q4 2025 to Q2 2027" }).click();
    await expect(page.getByText("LOB-4 is planned anew: Q4 2025 to Q2 2027.")).toBeVisible();
  });

  test("is refused a due quarter before the start beside the field, with what was chosen kept", async ({ page }) => {
    await row(page, "LOB-4").getByRole("link", { name: "Quarters LOB-4" }).click();
    await expect(page.getByRole("form").getByLabel("Start")).toBeFocused();
    await page.getByRole("form").getByLabel("Start").selectOption("2027-Q4");
    await page.getByRole("button", { name: "Save" }).click();
    const field = page.getByRole("form").getByLabel("Due");
    await expect(field).toHaveAccessibleDescription(/The due quarter lies before the start quarter\./);
    await expect(page.getByRole("form").getByLabel("Start")).toHaveValue("2027-Q4");
    await expectAccessible(page);
  });

  test("keeps filters, window and grouping in the address, together", async ({ page }) => {
    const byLevel = page.getByRole("link", { name: "Level", exact: true });
    await byLevel.click();
    // The address changes a moment before the page does, and with it the filters' form.
    await expect(byLevel).toHaveAttribute("aria-current", "true");
    await page.locator(".filter-menu > summary").click();
    await page.getByRole("checkbox", { name: "High" }).check();
    await expect(page).toHaveURL(/priority=high/);
    await expect(page).toHaveURL(/view=timeline/);
    await expect(page).toHaveURL(/group=level/);
    await expect(page).toHaveURL(/from=2026-Q1/);
    await expect(row(page, "LOB-4")).toHaveCount(0);
    await expect(row(page, "LOB-3")).toBeVisible();
    await page.getByRole("link", { name: "All quarters" }).click();
    await expect(page).toHaveURL(/from=all/);
    await expect(page).toHaveURL(/priority=high/);
  });

  test("has no barrier that axe finds", async ({ page }) => {
    await expectAccessible(page);
  });
});

test("who may not plan has no ends to drag, no form, and downloads no hand", async ({ page, signIn }) => {
  await signIn("eval-observer");
  const scripts: string[] = [];
  page.on("response", (response) => scripts.push(response.url()));
  await page.goto(`${TIMELINE}&plan=LOB-4`);
  await page.locator("html[data-live]").waitFor();
  await expect(page.locator("[data-end], .plan-form, [data-plan]")).toHaveCount(0);
  expect(scripts.filter((url) => url.includes("end-hand"))).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the timeline is read as a table, and an action is planned anew by its form and taken back", async ({
    page,
    signIn,
  }) => {
    await signIn("eval-coordinator-asia");
    await page.goto(TIMELINE);
    await expect(page.getByRole("columnheader", { name: "Q4 2026" })).toBeVisible();
    await page.getByRole("link", { name: "Quarters LOB-4" }).click();
    const form = page.getByRole("form");
    await form.getByLabel("Start").selectOption("2027-Q4");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The due quarter lies before the start quarter.")).toBeVisible();
    await expect(form.getByLabel("Start")).toHaveValue("2027-Q4");
    await form.getByLabel("Due").selectOption("2028-Q1");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/view=timeline.*replanned=\d+#LOB-4$/);
    await expect(when(page, "LOB-4")).toHaveText("Q4 2027 to Q1 2028");
    await page.getByRole("button", { name: "Undo the change" }).click();
    await expect(when(page, "LOB-4")).toHaveText("Q4 2025 to Q1 2027");
  });

  test("a change that comes too late shows both states, and can be sent again", async ({
    page,
    context,
    signIn,
    server,
  }) => {
    await signIn("eval-coordinator-asia");
    await page.goto(`${TIMELINE}&plan=LOB-4`);
    await context.request.post(`${server.origin}/boards/lobbying`, {
      form: { intent: "replan", ref: "LOB-4", version: "2", start: "2026-Q2", due: "2026-Q4" },
      headers: { Origin: server.origin },
    });
    await page.getByRole("form").getByLabel("Due").selectOption("2027-Q4");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/changed LOB-4 meanwhile .* planned now: Q2 2026 to Q4 2026/)).toBeVisible();
    await page.getByRole("button", { name: "Plan it all the same: Q4 2025 to Q4 2027" }).click();
    await expect(when(page, "LOB-4")).toHaveText("Q4 2025 to Q4 2027");
  });
});
