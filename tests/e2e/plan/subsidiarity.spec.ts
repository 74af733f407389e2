import type { Page } from "@playwright/test";
import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

/* An international action strengthens networks: without one it stays proposed, and each of them answers. */

/** Adds an international action on learning and returns its reference. */
async function draft(page: Page, title: string): Promise<string> {
  await page.goto("/actions/new?board=learning");
  await hydrated(page);
  await page.locator("[name='title.en']").fill(title);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.locator("h1")).toHaveText(title);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test("a coordinator names networks and plans the action; Nepal answers from a phone without JavaScript", async ({
  page,
  browser,
  server,
  signIn,
}) => {
  test.slow();
  await signIn("eval-coordinator-asia");
  const ref = await draft(page, "Compare how health mutuals begin");

  await page.goto(`/actions/${ref}/move?stage=planned`);
  await page.getByRole("button", { name: "Move" }).click();
  const stage = page.getByLabel("Stage");
  await expect(stage).toHaveAccessibleDescription(/planned only once it names a network/);
  await page.getByRole("link", { name: `Name the networks that ${ref} strengthens` }).click();

  await hydrated(page);
  await page.getByRole("button", { name: "Name them" }).click();
  await expect(page.getByRole("group", { name: "Networks that it strengthens" })).toHaveAccessibleDescription(
    /one at least/,
  );
  await page.getByLabel("Nepal").check();
  await page.getByLabel("Asia").check();
  await page.locator("[name=how]").fill("What others learned saves years.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Name them" }).click();
  await expect(page.getByText("0 of 2 networks have answered")).toBeVisible();
  await expect(page.getByText("Not answered yet: Asia and Nepal")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/actions/${ref}/move?stage=planned`);
  await page.getByRole("button", { name: "Move" }).click();
  await expect(page).toHaveURL(new RegExp(`/actions/${ref}$`));

  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    baseURL: server.origin,
    javaScriptEnabled: false,
    locale: "en",
  });
  const phone = await context.newPage();
  await signIn("eval-member-nepal", phone);
  await phone.goto("/networks/nepal");
  await phone.getByRole("link", { name: `Answer ${ref}` }).click();
  await phone.getByLabel("Declined").check();
  await phone.getByRole("button", { name: "Answer" }).click();
  await expect(phone.getByLabel("Note")).toHaveAccessibleDescription(/give a reason/);
  await phone.getByLabel("Adapted").check();
  await phone.getByLabel("Note").fill("With the mutuals of the hills first.");
  await phone.getByLabel("Its own action").selectOption("new");
  await noSidewaysScroll(phone);
  await phone.getByRole("button", { name: "Answer" }).click();
  await expect(phone.getByText("The answer of the network is saved.")).toBeVisible();
  await expect(phone.getByText("1 of 2 networks have answered")).toBeVisible();
  await expect(phone.locator("[data-network=nepal]")).toContainText("Adapted");
  await expect(phone.locator("[data-network=nepal]")).toContainText("With the mutuals of the hills first.");
  await noSidewaysScroll(phone);
  await phone.locator("[data-network=nepal] a", { hasText: "LRN-" }).click();
  await expect(phone.locator("h1")).toHaveText("Compare how health mutuals begin");
  await expect(phone.locator("#strengthened-by")).toContainText(ref);
  await noSidewaysScroll(phone);
  await context.close();

  await page.goto(`/actions/${ref}`);
  await expect(page.locator("[data-network=nepal]")).toContainText("Its own action:");
});

test("whoever answers on an older state sees both, and loses nothing typed", async ({
  page,
  browser,
  server,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/actions/COM-1/strengthens/nepal");
  await hydrated(page);
  await page.getByLabel("Adopted").check();
  await page.getByLabel("Note").fill("Mine.");

  const context = await browser.newContext({ baseURL: server.origin, locale: "en" });
  const other = await context.newPage();
  await signIn("eval-member-nepal", other);
  await other.goto("/actions/COM-1/strengthens/nepal");
  await other.getByLabel("Already done").check();
  await other.getByLabel("Note").fill("Theirs.");
  await other.getByRole("button", { name: "Answer" }).click();
  await expect(other.locator("[data-network=nepal]")).toContainText("Theirs.");
  await context.close();

  await page.getByRole("button", { name: "Answer" }).click();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("Theirs.");
  await expect(page.getByLabel("Note")).toHaveValue("Mine.");
  await page.getByRole("button", { name: "Answer" }).click();
  await expect(page.locator("[data-network=nepal]")).toContainText("Mine.");
});

test("on the board, a card that is moved without a link says why; the overview lists what is still to be linked", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  const ref = await draft(page, "A seminar still without networks");
  await page.goto("/boards/learning");
  await hydrated(page);
  const card = page.locator(`[data-action="${ref}"]`);
  await card.locator(".grip").click();
  await card.getByLabel("Stage").selectOption("planned");
  await card.getByRole("button", { name: "Move" }).click();
  await expect(card.getByLabel("Stage")).toHaveAccessibleDescription(/planned only once it names a network/);
  await expect(card).toBeVisible();

  await page.goto("/");
  await page.getByRole("link", { name: "All actions still to be linked" }).click();
  await page.getByRole("link", { name: /Hold seminars/ }).click();
  await expect(page.getByText("Still to be linked")).toBeVisible();
});

async function noSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.locator("html").evaluate((html) => ({
    scrollWidth: html.scrollWidth,
    clientWidth: html.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}
