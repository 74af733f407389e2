import type { Page } from "@playwright/test";
import type { RunningServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";
import { boxOf, expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

/** Enters a stream as the coordinator of the financing board does. Returns its address and its title. */
async function stream(server: RunningServer, more: Record<string, string> = {}) {
  const visitor = await new Visitor(server).signIn("eval-coordinator-west-africa");
  const page = await (await visitor.get("/funding/new")).text();
  const network = /<option value="(\d+)"[^>]*>INSP!R/.exec(page)?.[1] ?? "";
  const title = "Exchange visits between mutuals";
  const form = {
    "title.en": title,
    network,
    donor: "ILO",
    stage: "asked",
    amount: "1250.50",
    currency: "EUR",
    ...more,
  };
  const answer = await visitor.post("/funding/new", form);
  return { visitor, title, path: answer.headers.get("Location") ?? "" };
}

const inColumn = (page: Page, stage: string, title: string) =>
  page.locator(`section[data-stage="${stage}"] .card`, { hasText: title });

test("a stream is moved by dragging, by keyboard and by its form, and the move is taken back", async ({
  page,
  server,
  signIn,
}) => {
  const { title } = await stream(server);
  await signIn("eval-coordinator-west-africa");
  await page.goto("/funding");
  await page.locator(".fund-columns[data-hand]").waitFor();
  await expectAccessible(page);

  const card = await boxOf(inColumn(page, "asked", title));
  const target = await boxOf(page.locator('section[data-stage="granted"]'));
  await page.mouse.move(card.x + card.width / 2, card.y + 12);
  await page.mouse.down();
  await page.mouse.move(card.x + card.width, card.y + 20, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, target.y + 90, { steps: 6 });
  await page.mouse.up();
  await expect(inColumn(page, "granted", title)).toBeVisible();
  await expect(page.locator(".toast")).toContainText("is in Granted now");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(inColumn(page, "asked", title)).toHaveAttribute("data-version", "3");

  await page.getByRole("link", { name: `Move “${title}”` }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("p[aria-live=assertive]")).toHaveText("In preparation");
  await page.keyboard.press("Space");
  await expect(inColumn(page, "in-preparation", title)).toHaveAttribute("data-version", "4");

  await page.getByRole("link", { name: `Move “${title}”` }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".stage-form").getByLabel("Stage").selectOption("reported");
  await page.getByRole("button", { name: "Move it" }).click();
  await expect(inColumn(page, "reported", title)).toHaveAttribute("data-version", "5");
});

test("a move that somebody overtook: both states, and the decision", async ({ page, server, signIn }) => {
  const { visitor, title, path } = await stream(server);
  await signIn("eval-coordinator-west-africa");
  await page.goto("/funding");
  await hydrated(page);
  await page.getByRole("link", { name: `Move “${title}”` }).focus();
  await page.keyboard.press("Space");
  // What somebody holds does not change under their hand: a colleague is told of when it is put down.
  await visitor.post(path, { intent: "move", version: "1", stage: "granted" });
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await expect(page.locator(".toast")).toContainText("it stands in Granted. Your move was not made.");
  await expect(inColumn(page, "granted", title)).toBeVisible();
  await page.getByRole("button", { name: "Move it to In preparation all the same" }).click();
  await expect(inColumn(page, "in-preparation", title)).toHaveAttribute("data-version", "3");
});

test("what a colleague moves is seen at once", async ({ page, server, signIn }) => {
  const { visitor, title, path } = await stream(server);
  await signIn("eval-coordinator-west-africa");
  await page.goto("/funding");
  await expect(inColumn(page, "granted", title)).toHaveCount(0);
  await visitor.post(path, { intent: "move", version: "1", stage: "granted" });
  await expect(inColumn(page, "granted", title)).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "on a phone" : "on a phone without JavaScript", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled });

    test("a stream is moved and counted, and a rate brings in what stood apart", async ({ page, server, signIn }) => {
      const { title, path, visitor } = await stream(server);
      await stream(server, { "title.en": "Studies in West Africa", amount: "655957", currency: "XOF", donor: "EU" });
      const sum = { intent: "add", step: "paid", amount: "300.25", day: "2026-05-01", language: "en" };
      await visitor.post(`${path}/parts/sums`, sum);
      await signIn("eval-coordinator-west-africa");
      await page.goto("/funding");
      if (javaScriptEnabled) await hydrated(page);
      await page.getByRole("link", { name: `Move “${title}”` }).click();
      await page.locator(".stage-form").getByLabel("Stage").selectOption("granted");
      await page.getByRole("button", { name: "Move it" }).click();
      await expect(inColumn(page, "granted", title)).toHaveAttribute("data-version", "2");
      await expect(page.locator(".toast")).toContainText("is in Granted now");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(inColumn(page, "asked", title)).toHaveAttribute("data-version", "3");
      await expectFits(page);

      await page.goto("/funding/totals");
      const together = page.locator("table", { hasText: "Asked" }).locator('[data-kind="whole"]').first();
      await expect(together).toContainText("€1,250.50");
      await expect(together).toContainText("€300.25");
      await expect(page.locator("#apart")).toContainText("XOF (1 sum)");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto("/funding/rates");
      await page.getByLabel("Currency").selectOption("XOF");
      await page.getByLabel("For 1 euro").fill("655,957");
      await page.getByLabel("Day").fill("2020-01-02");
      await page.getByRole("button", { name: "Enter the rate" }).click();
      await expect(page.getByText("Please fill this in.")).toBeVisible();
      await expect(page.getByLabel("For 1 euro")).toHaveValue("655,957");
      await page.getByLabel("Source").fill("BCEAO");
      await page.getByRole("button", { name: "Enter the rate" }).click();
      await expect(page.getByLabel("For 1 euro")).toHaveAccessibleDescription(
        /far from the rate that is known.* 655\.957/,
      );
      await expect(page.getByLabel("The rate is right: 1 EUR = 655,957 XOF.")).not.toBeChecked();
      await page.getByLabel("For 1 euro").fill("655.957");
      await page.getByRole("button", { name: "Enter the rate" }).click();
      await expect(page.locator('[data-currency="XOF"]')).toContainText("1 EUR = 655.957 XOF");
      await page.goto("/funding/totals");
      await expect(together).toContainText("€2,250.50");
      await expect(page.locator("#apart")).toHaveCount(0);
      await expectFits(page);
    });
  });
