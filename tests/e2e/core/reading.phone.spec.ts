import type { Locator } from "@playwright/test";
import { boxOf, expect, test } from "../support/test.ts";

/* What readers find first, and what they are not offered, on a phone and before any script. */
test.use({ javaScriptEnabled: false });

const isAbove = async (one: Locator, other: Locator) => (await boxOf(one)).y < (await boxOf(other)).y;

test("the facts of an action come before its comments, a suggestion's answer before its voices", async ({
  page,
  signIn,
  server,
}) => {
  const origin = { Origin: server.origin };
  await signIn("eval-member-nepal");
  await page.goto("/actions/LOB-1");
  expect(await isAbove(page.locator(".action-facts"), page.locator("[name=text]").first())).toBe(true);

  await page.goto("/suggestions/new?kind=remark&action=LOB-1");
  const speaksFor = await page.locator("[name=origin]").inputValue();
  const form = { kind: "remark", about: "LOB-1", voice: "personal", origin: speaksFor, language: "en" };
  await page.request.post(`${server.origin}/suggestions/new`, {
    form: { ...form, intent: "submit", title: "Farmers at the table", why: "Nobody asked them." },
    headers: origin,
  });
  await signIn("eval-admin");
  await page.goto("/suggestions/1/answer?decision=declined");
  await page.getByLabel("Reason (English)").fill("They are asked already.");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Publish the answer" }).click();
  await expect(page.locator("#answer")).toContainText("They are asked already.");
  expect(await isAbove(page.locator("#answer"), page.locator("section.voices"))).toBe(true);
});

test("an observer is offered nothing that is not open to them, and is refused in true words", async ({
  page,
  signIn,
}) => {
  await signIn("eval-observer");
  await page.goto("/suggestions");
  await expect(page.locator("main")).toContainText("Nobody has suggested anything yet.");
  await expect(page.locator("main")).not.toContainText("suggest a new one");
  await page.locator("details.who-menu summary").click();
  await expect(page.locator("details.who-menu").getByRole("link", { name: "Suggestions", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "My suggestions" })).toHaveCount(0);
  await page.goto("/exchanges");
  await expect(page.locator(".empty")).toHaveText("Nothing is entered here yet.");
  const refused = await page.goto("/people");
  expect(refused?.status()).toBe(403);
  await expect(page.locator("main")).toContainText("does not give you access to this");
  await expect(page.locator("main")).not.toContainText("You may see it");
});
