import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { Visitor } from "../../support/visitor.ts";
import { DECISION, withClosedReviews } from "../support/frozen.ts";
import { test as base, expect, expectAccessible, expectFits, hydrated } from "../support/test.ts";

const test = base.extend({
  server: async ({ running }, use) => {
    await running.startOver(withClosedReviews);
    await use(running);
  },
});

test("a closed review's pack is read, taken along in four languages and printed", async ({ page, signIn, request }) => {
  await signIn("eval-observer");
  await page.goto("/reviews/2020-Q4/pack");
  await expect(page.getByRole("heading", { level: 1, name: "Review of Q4 2020" })).toBeVisible();
  await expect(page.locator("section[data-board=lobbying]")).toContainText("LOB-9");
  await expect(page.locator("#decisions")).toContainText(DECISION);
  await expect(page.locator("#verify code").first()).toHaveText(/^[0-9a-f]{64}$/);
  await expectAccessible(page);

  // A title that somebody gave in French stands in French, whatever the language of the frame around it.
  await page.getByRole("link", { name: "Français" }).first().click();
  await expect(page.locator(".dossier")).toHaveAttribute("lang", "fr");
  await expect(page.locator("section[data-board=lobbying]")).toContainText("Soumettre les critères du Fonds mondial");
  await expect(page.locator("#decisions [lang=en]").first()).toContainText(DECISION);
  await page.getByRole("link", { name: "LOB-9" }).first().click();
  await expect(page).toHaveURL(/\/actions\/LOB-9$/);
  await page.goBack();

  for (const [name, type] of [
    ["Word file", "docx"],
    ["One file for the phone", "html"],
    ["Data for Excel", "xlsx"],
  ] as const) {
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`INSPIR 2020-Q4 pack.fr.${type}`);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(4_000);
  }
  await page.getByText("Data as CSV").click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Decisions" }).last().click();
  expect(readFileSync(await (await waiting).path(), "utf8")).toContain(DECISION);

  // Without a session there is none.
  const refused = await request.get("/reviews/2020-Q4/pack/pack.nl.docx", { maxRedirects: 0 });
  expect(refused.status()).toBe(302);

  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".dossier-tools")).toBeHidden();
  await expect(page.locator(".bar")).toBeHidden();
  await expect(page.locator(".dossier-cover")).toBeVisible();
});

test("the file for the phone opens by itself, from wherever it was sent", async ({ page, signIn, context }) => {
  await signIn("eval-member-nepal");
  const file = await context.request.get("/reviews/2020-Q4/pack/pack.es.html");
  expect(file.headers()["content-disposition"]).toMatch(/^attachment/);
  const html = await file.text();
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  const asked: string[] = [];
  page.on("request", (one) => asked.push(one.url()));
  await page.goto("about:blank");
  await page.setContent(html);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator(".dossier")).toHaveAttribute("lang", "es");
  await expect(page.locator("svg").first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  expect(asked).toEqual([]);
});

test("two coordinators write the same section of the year's report: both texts are shown, none is lost", async ({
  page,
  signIn,
  browser,
  server,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/reports");
  await expect(page.locator('[data-year="2020"] [data-state=closed]')).toHaveCount(4);
  await page.getByRole("link", { name: "Activity report 2020" }).click();
  await expect(page.locator("#results")).toContainText("LOB-8");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Write: Results by board" }).click();
  await hydrated(page);
  await page.getByLabel(/Text in this language/).fill("It was a *synthetic* year, for a test.");

  const other = await browser.newContext({ baseURL: server.origin, locale: "en-GB" });
  const theirs = await other.newPage();
  await signIn("eval-coordinator-west-africa", theirs);
  await theirs.goto("/reports/2020/sections/results");
  await theirs.getByLabel(/Text in this language/).fill("It was another year, for a test.");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByRole("status").first()).toHaveText("Saved.");

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("It was another year, for a test.");
  await expect(page.getByRole("alert")).toContainText("synthetic");
  await expect(page.getByLabel(/Text in this language/)).toHaveValue("It was a *synthetic* year, for a test.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#results .prose")).toHaveText("It was a synthetic year, for a test.");
  await expect(page.locator(".sections-to-write")).toContainText("Written in English");
  await other.close();
});

test("a section’s text that could not be saved waits under its own language, and the others say so", async ({
  server,
}) => {
  const coordinator = await new Visitor(server).signIn("eval-coordinator-asia");
  const path = "/reports/2020/sections/results";
  expect((await coordinator.get(path)).headers.get("Location")).toBe(`${path}?lang=en`);
  const sent = { language: "en", version: "0", prose: "A good year." };
  await coordinator.post(`${path}?lang=en`, sent);
  const dutch = await (await coordinator.get(`${path}?lang=nl`)).text();
  expect(textOf(dutch)).toContain("No text in Nederlands yet. Until it has one, the report shows the text in English.");

  const client = new Sqlite(server.databaseFile);
  client.exec("delete from sessions");
  client.close();
  await coordinator.post(`${path}?lang=fr`, { ...sent, language: "fr", prose: "Une bonne année." });
  await coordinator.signIn("eval-coordinator-asia");
  expect((await coordinator.get(path)).headers.get("Location")).toBe(`${path}?lang=fr`);
  const there = await (await coordinator.get(`${path}?lang=fr`)).text();
  expect(there).toContain("Une bonne année.</textarea>");
  const elsewhere = await (await coordinator.get(`${path}?lang=nl`)).text();
  expect(elsewhere).not.toContain("Une bonne année.</textarea>");
  expect(textOf(elsewhere)).toContain("The text that you typed in Français hasn’t been saved yet.");
});

/** A page's text as it is read, without what React puts between its pieces. */
const textOf = (html: string) => html.replace(/<!-- -->/g, "");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "on a phone" : "on a phone without JavaScript", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled });

    test("the pack is read, and a report's section written, without scrolling sideways", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      const fits = async () => await expectFits(page);
      await page.goto("/reviews/2020-Q4/pack?lang=nl");
      await expect(page.locator("section[data-board=lobbying]")).toContainText("LOB-9");
      await fits();
      await page.getByText("Data as CSV").click();
      await expect(page.getByRole("link", { name: "Key results" }).last()).toBeVisible();
      await fits();
      await page.goto("/reports");
      await fits();
      await page.goto("/reports/2020?lang=fr");
      await fits();
      await page.getByRole("link", { name: "Write: Outlook" }).click();
      await page.getByLabel(/Text in this language/).fill("Texte synthétique pour un essai.");
      await fits();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.locator("#outlook .prose")).toHaveText("Texte synthétique pour un essai.");
    });
  });
}
