import type { Page } from "@playwright/test";
import { enter, networkIn } from "../support/entries.ts";
import { scriptsOf } from "../support/scripts.ts";
import { expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

const VISIT = { kind: "visit", first: "2031-06-10", last: "2031-06-12", place: "Pokhara", places: "5" };

test("an exchange stands in the month, over its days, and in one's own calendar program", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("eval-coordinator-asia");
  const network = await networkIn(page, "/exchanges/new", "Nepal");
  const visit = { ...VISIT, network, "title.en": "A visit to learn" };
  const path = await enter(page.request, server.origin, "/exchanges/new", visit);
  await page.goto("/exchanges/calendar?month=2031-05");
  await page.getByRole("link", { name: "The next one begins in June 2031." }).click();
  await expect(page).toHaveURL(/month=2031-06/);
  for (const day of ["10", "11", "12"])
    await expect(page.locator(`[data-day="2031-06-${day}"]`)).toContainText("A visit to learn");
  await expect(page.locator(`[data-day="2031-06-13"] li`)).toHaveCount(0);
  await expectAccessible(page);
  await page.locator('[data-day="2031-06-11"]').getByRole("link").click();
  await expect(page).toHaveURL(path);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Into my calendar (.ics)" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^INSPIR E-\d+\.ics$/);
  await expectAccessible(page);
  await page.goto("/my");
  await page.locator("button[value=make]").click();
  const address = new URL(await page.getByLabel("Address of the exchanges").inputValue());
  const read = await (await fetch(server.origin + address.pathname)).text();
  expect(read).toContain("DTSTART;VALUE=DATE:20310610");
  expect(read).toContain("DTEND;VALUE=DATE:20310613");
});

test("an exchange whose places are all taken offers no form to sign up", async ({ page, signIn, server }) => {
  await signIn("eval-coordinator-asia");
  const network = await networkIn(page, "/exchanges/new", "Nepal");
  const path = await enter(page.request, server.origin, "/exchanges/new", { ...VISIT, network, "title.en": "Full" });
  const signUp = `${path}/parts/signups`;
  await page.goto(signUp);
  await expect(page.locator("main input[name=people]")).toHaveCount(1);
  await enter(page.request, server.origin, signUp, { network, people: "5", language: "en", intent: "add" });
  await page.goto(signUp);
  await expect(page.getByText("All places are taken.")).toBeVisible();
  await expect(page.locator("main form")).toHaveCount(0);
});

test("what was learnt is looked up by principle and country", async ({ page, signIn, server }) => {
  await signIn("eval-member-nepal");
  await page.goto("/library");
  await expect(page.locator(".empty")).toContainText("Nothing is written down yet.");
  const network = await networkIn(page, "/library/new", "Nepal");
  const lesson = {
    network,
    theme: "health",
    "title.en": "Collect after the harvest",
    "text.en": "When there is money.",
  };
  await enter(page.request, server.origin, "/library/new", { ...lesson, principles: "4" });
  await enter(page.request, server.origin, "/library/new", { ...lesson, "title.en": "Share an office" });
  await page.goto("/library");
  await expect(page.locator("[data-entry]")).toHaveCount(2);
  await hydrated(page);
  await page.getByLabel("Principles").selectOption("4");
  await expect(page.locator("[data-entry]")).toHaveCount(1);
  await expect(page).toHaveURL(/principles=4/);
  await page.getByLabel("Countries").selectOption("nepal");
  await expect(page).toHaveURL(/countries=nepal/);
  await expect(page.locator("[data-entry]")).toHaveText(/Collect after the harvest/);
  await expectAccessible(page);
});

/** What somebody says that their network offers or asks for, on health. */
async function say(page: Page, origin: string, kind: "offer" | "ask", network: string, title: string) {
  const words = { "title.en": title, theme: "health", until: "2031-01-01", state: "open" };
  return enter(page.request, origin, "/offers/new", { ...words, kind, network });
}

test("what one network offers and another asks for is brought together", async ({ page, signIn, server }) => {
  await signIn("eval-member-guatemala");
  const asking = await networkIn(page, "/offers/new", "Guatemala");
  await say(page, server.origin, "ask", asking, "How does one begin a mutual?");
  await signIn("eval-member-nepal");
  await page.goto("/networks/nepal");
  await page.locator("#offers").getByRole("link", { name: "Offer or ask for something" }).click();
  await expect(page.getByLabel("Which network")).not.toHaveValue("");
  await expect(page.getByLabel("State")).toHaveValue("open");
  await page.getByLabel("In one line", { exact: true }).fill("We tell how ours began");
  await page.getByLabel("Offer or ask").selectOption("offer");
  await page.getByLabel("Until when").fill("2031-01-01");
  await page.getByRole("button", { name: "Enter it" }).click();
  await expect(page.locator(".problem")).toContainText("choose a theme");
  await page.getByLabel("Theme").selectOption("health");
  await page.getByRole("button", { name: "Enter it" }).click();
  await expect(page.locator("#fitting [data-fits]")).toContainText("How does one begin a mutual?");
  await expectAccessible(page);
  await page.goto("/networks/guatemala");
  await expect(page.locator("#offers")).toContainText("fits with We tell how ours began (Nepal)");
  await expectAccessible(page);
});

test("a tool's pages load at most 120 kB of JavaScript, its form 126", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  const most = {
    "/exchanges/calendar": 120_000,
    "/publications/calendar": 120_000,
    "/identity": 120_000,
    "/offers/new": 126_000,
  };
  for (const [path, bytes] of Object.entries(most)) {
    await page.goto(path);
    await page.locator("html[data-live]").waitFor();
    const loaded = await scriptsOf(page);
    expect(
      loaded.reduce((sum, one) => sum + one.bytes, 0),
      path,
    ).toBeLessThan(bytes);
  }
});

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false });

  test("a member signs their network up, within the places that are left", async ({ page, signIn, server }) => {
    await signIn("eval-coordinator-asia");
    const network = await networkIn(page, "/exchanges/new", "Nepal");
    const path = await enter(page.request, server.origin, "/exchanges/new", {
      ...VISIT,
      network,
      "title.en": "A visit to learn",
    });
    await signIn("eval-member-nepal");
    await page.goto("/exchanges");
    await expect(page.locator("[data-entry]")).toContainText("0 of 5 places taken");
    await page.goto("/exchanges/calendar?month=2031-06");
    await expect(page.locator("td:visible")).toHaveCount(1);
    await expectFits(page);
    await page.getByRole("link", { name: "A visit to learn" }).first().click();
    await page.getByRole("link", { name: "Sign up" }).click();
    await page.getByLabel("People").fill("6");
    await page.getByLabel("Who comes").fill("All of us");
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.locator(".problem")).toHaveText("So many places are not free any more. Still free: 5");
    await expect(page.getByLabel("Who comes")).toHaveValue("All of us");
    await page.getByLabel("People").fill("5");
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page).toHaveURL(`${path}#signups`);
    await expect(page.locator(".sign-up-state")).toContainText("5 of 5 places taken All places are taken.");
    await expect(page.locator("#signups li")).toContainText("Nepal");
    await expectFits(page);
  });

  test("what came of an offer is said by the network that asked", async ({ page, signIn, server }) => {
    await signIn("eval-member-nepal");
    const network = await networkIn(page, "/offers/new", "Nepal");
    const path = await say(page, server.origin, "offer", network, "We tell how ours began");
    await signIn("eval-member-guatemala");
    await page.goto("/offers");
    await page.getByRole("link", { name: "We tell how ours began" }).click();
    await page.getByRole("link", { name: "Enter what came of it" }).click();
    await page.getByLabel("Day", { exact: true }).fill("2026-11-20");
    await page.getByLabel("What", { exact: true }).fill("We spoke for two hours.");
    await expectFits(page);
    await page.getByRole("button", { name: "Enter what came of it" }).click();
    await expect(page).toHaveURL(`${path}#outcomes`);
    await expect(page.locator("#outcomes li")).toContainText("Guatemala");
    await expect(page.locator("#outcomes li")).toContainText("We spoke for two hours.");
    await expectFits(page);
  });

  test("after an exchange, a member writes down what was learnt there", async ({ page, signIn, server }) => {
    await signIn("eval-coordinator-asia");
    const network = await networkIn(page, "/exchanges/new", "Nepal");
    const passed = { kind: "seminar", first: "2020-06-10", place: "Kathmandu", refs: "LRN-3" };
    const path = await enter(page.request, server.origin, "/exchanges/new", {
      ...passed,
      network,
      "title.en": "A seminar",
    });
    await signIn("eval-member-nepal");
    await page.goto(path);
    await expect(page.getByRole("link", { name: "Sign up" })).toHaveCount(0);
    await page.locator("#learnt").getByRole("link", { name: "Write down what was learnt" }).click();
    await expect(page.getByLabel("Exchanges that it came from")).toHaveValue(/^E-\d+$/);
    await expect(page.getByLabel("Actions that it came from")).toHaveValue("LRN-3");
    await page.getByLabel("The lesson in one line", { exact: true }).fill("Collect after the harvest");
    await page.getByLabel("What was learnt", { exact: true }).fill("Members pay when there is money.");
    await page.getByLabel("Theme").selectOption("health");
    await page.getByLabel("Participation of all stakeholders").check();
    await page.getByLabel("Based on rights").check();
    await expectFits(page);
    await page.getByRole("button", { name: "Enter it" }).click();
    await expect(page.locator(".chosen-ones li")).toHaveText(["Based on rights", "Participation of all stakeholders"]);
    await page.getByRole("link", { name: "A seminar" }).click();
    await expect(page.locator("#learnt").getByRole("link", { name: "Collect after the harvest" })).toBeVisible();
    await expectFits(page);
  });
});
