import type { Page } from "@playwright/test";
import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

const REF = "LRN-2";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`key results, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a coordinator enters one, checks in twice, and sees it on every screen", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      await page.goto(`/actions/${REF}`);
      await page.getByRole("link", { name: "Add a key result" }).click();
      await page.getByLabel("What is measured").fill("Networks that take part");
      await page.getByLabel("Unit").fill("networks");
      await page.getByLabel("Start value").fill("4");
      await page.getByLabel("Target value").fill("4");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      const target = page.getByLabel("Target value");
      await expect(target).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByText("The target is the same as the start.")).toBeVisible();
      await target.fill("19");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/actions/${REF}(#key-results)?$`));

      for (const value of ["7", "11.5"]) {
        await page.getByRole("link", { name: "Check in", exact: true }).first().click();
        await page.getByRole("textbox", { name: "Networks that take part" }).fill(value);
        await page.getByLabel("At risk").check();
        await page.getByLabel("What happened").fill(`${value} networks take part now.`);
        await page.getByRole("button", { name: "Check in" }).click();
        await expect(page.locator("#check-in .check-in")).toContainText(`${value} networks take part now.`);
      }
      await expect(page.locator("#check-in .health")).toHaveText("! At risk");
      await expect(page.getByRole("img", { name: /from 4, now 11.5, target 19/ })).toBeVisible();
      await expect(page.locator(".key-result .reached")).toContainText("50%");
      await expect(page.getByRole("complementary").getByText("50%")).toBeVisible();
      await page.getByText("The values in a table").click();
      await expect(page.getByRole("cell", { name: "11.5", exact: true })).toBeVisible();

      await page.goto("/boards/learning");
      await expect(page.locator(`[data-action="${REF}"] .progress`)).toHaveAttribute("style", "width:50%");
      const figure = page.locator(".figures dd").first();
      await expect(figure).toHaveText(/^\d+%$/);
      const share = (await figure.textContent()) ?? "";
      await page.goto("/");
      await expect(page.locator('.glance [data-board="learning"]')).toContainText(`${share} progress`);
    });

    test("two people change the same one: the second sees both states, and nothing typed is lost", async ({
      page,
      browser,
      signIn,
      server,
    }) => {
      await signIn("eval-coordinator-asia");
      await page.goto(`/actions/${REF}/key-results/new`);
      await page.getByLabel("What is measured").fill("Members reached");
      await page.getByLabel("Unit").fill("people");
      await page.getByLabel("Start value").fill("0");
      await page.getByLabel("Target value").fill("1,000");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.getByRole("link", { name: "Members reached" }).click();
      await expect(page).toHaveURL(/\/key-results\/\d+$/);
      const other = await (await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false })).newPage();
      await signIn("eval-admin", other);
      await other.goto(page.url());
      await other.getByLabel("Target value").fill("2,500");
      await other.getByRole("button", { name: "Save" }).click();

      if (javaScriptEnabled) await hydrated(page);
      await page.getByLabel("Target value").fill("800");
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Save" }).click();
      expect((await answer).status()).toBe(409);
      const row = page.getByRole("alert").getByRole("row", { name: /^Target/ });
      await expect(row).toContainText("2500");
      await expect(row).toContainText("800");
      await expect(page.getByLabel("Target value")).toHaveValue("800");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("from 0 to 800 people")).toBeVisible();
    });

    test("the weekly list and a board lead to the short form and back", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      await page.goto("/check-ins?board=learning");
      const rows = page.locator(".without-check-in > li");
      const before = await rows.count();
      const ref = (await rows.first().getAttribute("data-action")) ?? "";
      await rows
        .first()
        .getByRole("link", { name: `Check in on ${ref}` })
        .click();
      await page.getByLabel("On track").check();
      await page.getByLabel("What happened").fill("Nothing moved.");
      await page.getByLabel("Evidence").fill("javascript:alert(1)");
      await page.getByRole("button", { name: "Check in" }).click();
      await expect(page.getByText("Please give a web address that begins with")).toBeVisible();
      await expect(page.getByLabel("What happened")).toHaveValue("Nothing moved.");
      await page.getByLabel("Evidence").fill("https://example.org/minutes");
      await page.getByRole("button", { name: "Check in" }).click();
      await expect(page).toHaveURL(/\/check-ins\?board=learning$/);
      await expect(rows).toHaveCount(before - 1);

      await page.goto(`/boards/learning?move=${REF}`);
      await page.getByRole("link", { name: `Check in on ${REF}` }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Check in" })).toBeVisible();
      await page.getByRole("link", { name: "Cancel" }).click();
      await expect(page).toHaveURL(/\/boards\/learning/);
    });
  });
}

test("at 360 px nothing scrolls sideways, and axe finds nothing", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn("eval-coordinator-asia");
  await page.goto(`/actions/${REF}/key-results/new`);
  await page.getByLabel("What is measured").fill("Share of the budget that is found");
  await page.getByLabel("Unit").fill("%");
  await page.getByLabel("Start value").fill("80");
  await page.getByLabel("Target value").fill("20");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/actions/${REF}(#key-results)?$`));
  await page.goto(`/actions/${REF}/check-in`);
  await page.getByLabel("Share of the budget").fill("65");
  await page.getByLabel("Off track").check();
  await page.getByLabel("What happened").fill("It falls.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Check in" }).click();
  await expect(page.locator(".key-result .reached")).toContainText("25%");
  await notWide(page, `/actions/${REF}`);
  await expectAccessible(page);
  await notWide(page, `/actions/${REF}/key-results/1`);
});

test("nor on the pages around them", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn("eval-coordinator-asia");
  await notWide(page, "/boards/learning");
  for (const path of ["/check-ins", "/progress"]) {
    await notWide(page, path);
    await expectAccessible(page);
  }
});

async function notWide(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, path).toBeLessThanOrEqual(0);
}

test("a member reads all of it, and is refused by the server, not only by a missing button", async ({
  page,
  signIn,
  context,
  server,
}) => {
  await signIn("eval-member-nepal");
  await page.goto(`/actions/${REF}`);
  await expect(page.getByRole("heading", { name: "Key results" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Check in" })).toHaveCount(0);
  await page.goto("/check-ins");
  await expect(page.locator(".without-check-in > li").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Check in on/ })).toHaveCount(0);
  for (const path of [`/actions/${REF}/check-in`, `/actions/${REF}/key-results/new`]) {
    expect((await page.goto(path))?.status()).toBe(403);
    const sent = await context.request.post(`${server.origin}${path}`, {
      form: { health: "on-track", happened: "No", unit: "%", start: "0", target: "1", "name.en": "No" },
      headers: { Origin: server.origin },
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(403);
  }
});
