import type { Browser, Page } from "@playwright/test";
import { openDatabase } from "~db/connection.ts";
import { openReview, QUARTER, tieSeat } from "../../support/review-rows.ts";
import type { RunningServer } from "../../support/server.ts";
import { type EvaluationRole, expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

const MEETING = `/reviews/${QUARTER}/meeting`;

/** A review whose meeting is at the board of lobbying; seats of Central Africa and Latin America are tied to accounts. */
function meet(server: RunningServer): { africa: number; america: number } {
  const db = openDatabase(server.databaseFile);
  openReview(db, { atItem: 1, openedById: null });
  const seats = {
    africa: tieSeat(db, "central-africa", "eval-committee"),
    america: tieSeat(db, "latin-america", "eval-member-guatemala"),
  };
  db.$client.close();
  return seats;
}

/** Somebody else at a screen of their own. */
async function another(browser: Browser, server: RunningServer, role: EvaluationRole): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, locale: "en-GB" });
  await context.request.post(`${server.origin}/sign-in`, {
    form: { as: role },
    headers: { Origin: server.origin },
  });
  return await context.newPage();
}

test.describe("a meeting of two seats and a coordinator", () => {
  test("is assessed by keyboard on every screen, and no note that is being typed is lost", async ({
    page: africa,
    browser,
    server,
    signIn,
  }) => {
    meet(server);
    await signIn("eval-committee", africa);
    const america = await another(browser, server, "eval-member-guatemala");
    const lead = await another(browser, server, "eval-coordinator-asia");
    for (const one of [africa, america, lead]) {
      await one.goto(MEETING);
      await hydrated(one);
      await expect(one.getByRole("heading", { level: 1 })).toHaveText("Lobbying");
    }

    // By keyboard alone: down to an action, at risk; it shows on the other screens.
    await africa.keyboard.press("j");
    await africa.keyboard.press("2");
    const row = (one: Page) => one.locator(".assessing > li").first();
    await expect(row(africa).getByRole("button", { name: "At risk" })).toHaveAttribute("aria-pressed", "true");
    await expect(row(america)).toHaveAttribute("data-assessment", "at-risk");
    await expect(row(lead)).toContainText("At risk");
    const ref = (await row(africa).getAttribute("data-action")) ?? "";

    // A note that is being typed while another seat assesses stays, and is told of it.
    await america.keyboard.press("j");
    await america.keyboard.press("n");
    await america.keyboard.type("The partners have not answered.");
    await africa.keyboard.press("3");
    await expect(row(america)).toHaveAttribute("data-assessment", "off-track");
    await expect(america.getByLabel(`Note on ${ref}`)).toHaveValue("The partners have not answered.");
    await america.keyboard.press("Escape");
    await america.keyboard.press("2");
    await expect(row(america).getByRole("alert")).toContainText("assessed it meanwhile: Off track");
    await expect(america.getByLabel(`Note on ${ref}`)).toHaveValue("The partners have not answered.");
    await america.keyboard.press("2");
    await expect(row(africa)).toHaveAttribute("data-assessment", "at-risk");
    await expect(africa.getByLabel(`Note on ${ref}`)).toHaveValue("The partners have not answered.");
  });

  test("a board does not load anew for what happens in a meeting", async ({ page, browser, server, signIn }) => {
    meet(server);
    await signIn("eval-coordinator-asia", page);
    const africa = await another(browser, server, "eval-committee");
    await page.goto("/boards/lobbying");
    await hydrated(page);
    await africa.goto(MEETING);
    await hydrated(africa);
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes(".data")) loaded.push(request.url());
    });
    const heard = page.waitForEvent("response", { predicate: (one) => one.url().includes("/boards/lobbying.data") });
    await africa.keyboard.press("j");
    await africa.keyboard.press("1");
    await expect(africa.locator('.assessing > [data-assessment="on-track"]')).toHaveCount(1);
    // Something of the plan itself comes after: only that is asked for.
    const lob3 = await page.locator('[data-action="LOB-3"]').getAttribute("data-version");
    await page.context().request.post(`${server.origin}/actions/LOB-3/move`, {
      form: { intent: "move", ref: "LOB-3", version: lob3 ?? "1", stage: "under-review", after: "end" },
      headers: { Origin: server.origin },
    });
    await heard;
    await expect(page.locator('[data-stage="under-review"] [data-action="LOB-3"]')).toBeVisible();
    expect(loaded.filter((url) => url.includes("/boards/lobbying"))).toHaveLength(1);
  });
});

test("a note that is being typed in the meeting is there in another language", async ({ page, server, signIn }) => {
  meet(server);
  await signIn("eval-committee");
  await page.goto(MEETING);
  await hydrated(page);
  const note = page.locator(".assessing textarea[name=note]").first();
  await note.fill("Half a thought");
  await page.getByLabel("Language: EN").click();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(note).toHaveValue("Half a thought");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "the meeting on a phone" : "the meeting on a phone without JavaScript", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled });

    test("is followed, assessed and decided by links and forms", async ({ page, server, signIn }) => {
      const seats = meet(server);
      const fits = async () => await expectFits(page);
      await signIn("eval-committee");
      await page.goto(MEETING);
      if (javaScriptEnabled) {
        await hydrated(page);
        await expectAccessible(page);
      }
      await fits();
      await page.getByRole("button", { name: "I am here" }).click();
      await expect(page.locator(`[data-seat="${seats.africa}"][data-present]`)).toBeVisible();

      const row = page.locator('[data-action="LOB-3"]');
      await row.getByLabel("Note on LOB-3").fill("Well prepared.");
      await row.getByRole("button", { name: "Done, confirmed" }).click();
      await expect(row).toHaveAttribute("data-assessment", "done-confirmed");
      await expect(row.getByLabel("Note on LOB-3")).toHaveValue("Well prepared.");
      await row.getByLabel("Note on LOB-3").fill("Very well prepared.");
      await row.getByRole("button", { name: "Save the note" }).click();
      await expect(row).toHaveAttribute("data-assessment", "done-confirmed");
      await page.reload();
      await expect(row.getByLabel("Note on LOB-3")).toHaveValue("Very well prepared.");

      await page.locator(".item-ways a[rel=next]").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Learning and capitalising");
      await page.getByRole("link", { name: "Follow the meeting" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lobbying");
      for (const item of [1, 6, 7, 8, 9]) {
        await page.goto(`${MEETING}?item=${item}`);
        await expect(page.locator("main")).toHaveAttribute("data-item", String(item));
        await fits();
      }

      await page.goto(`/reviews/${QUARTER}/decisions/new?action=LOB-3`);
      await fits();
      await page.getByLabel("What is to be decided").fill("We thank the ILO.");
      await page.getByRole("button", { name: "Propose it" }).click();
      await page.getByLabel("Recusal").check();
      await page.getByRole("button", { name: "Say it" }).click();
      await expect(page.locator(`.seat-positions [data-seat="${seats.africa}"]`)).toContainText("Recusal");
      await expect(page.locator(".missing:not(.to-reject)")).toContainText("2 seats more are needed for the quorum.");
      if (javaScriptEnabled) await expectAccessible(page);
      await fits();
      await page.getByRole("link", { name: "Reword" }).click();
      await page.getByLabel("What is to be decided").fill("We thank the ILO and its office.");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.locator(".seat-positions")).not.toContainText("Recusal");
      await page.goto("/decisions");
      await expect(page.locator("[data-decision]")).toContainText("We thank the ILO and its office.");
      await fits();
      await page.locator("[data-decision] a").first().click();
      await page.locator("summary", { hasText: "Withdraw" }).click();
      await page.getByRole("button", { name: "Withdraw" }).last().click();
      await expect(page.locator(".decision-page")).toHaveAttribute("data-state", "withdrawn");
    });
  });
}

test("whoever leads the meeting turns it and marks all seats; the keys are told on the help page", async ({
  page,
  server,
  signIn,
}) => {
  const seats = meet(server);
  await signIn("eval-coordinator-asia");
  await page.goto(`${MEETING}?item=4`);
  await hydrated(page);
  await expect(page.getByRole("button", { name: "On track" })).toHaveCount(0);
  await page.keyboard.press("t");
  await expect(page.locator(".agenda-items [data-at]")).toContainText("Financing");
  await expect(page).toHaveURL(new RegExp(`${MEETING}$`));
  await page
    .locator(`[data-seat="${seats.america}"]`)
    .getByRole("button", { name: /Present/ })
    .click();
  await expect(page.locator(`[data-seat="${seats.america}"][data-present]`)).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("In the committee’s meeting");
});

test("how the committee decides is set by an administrator, and nobody else", async ({ page, signIn }) => {
  await signIn("eval-admin");
  await page.goto("/settings");
  await page.getByLabel("Quorum").fill("13");
  await page.locator("#decision-rule").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Please give a number of seats from 1 to 12.")).toBeVisible();
  await page
    .locator("#decision-rule")
    .getByRole("radio", { name: /majority/i })
    .check();
  await page.getByLabel("Quorum").fill("5");
  await page.locator("#decision-rule").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It holds for the reviews that are opened from now on.").first()).toBeVisible();
  await expect(page.getByLabel("Quorum")).toHaveValue("5");
  await signIn("eval-committee");
  await page.goto("/settings");
  await expect(page.getByLabel("Quorum")).toHaveCount(0);
});
