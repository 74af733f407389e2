import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import type { Page } from "@playwright/test";
import { expect, hydrated, test } from "../support/test.ts";

/*
 * The texts of a page are there when it is taken over, and when it is opened by a link: a message whose chunk is not loaded
 * would be drawn as its id.
 */

/** One page of each area, and of each chunk that is cut apart. */
const PAGES = [
  "/my",
  "/boards/lobbying?view=table",
  "/actions/LOB-3/history",
  "/suggestions/new",
  "/decisions",
  "/settings",
];

const catalogs = await Promise.all((await getCatalogs(getConfig())).map((catalog) => catalog.read("en")));
const ids = catalogs.flatMap((catalog) => Object.keys(catalog));

/** The ids of messages that a page shows in place of their texts. */
const idsOn = (page: Page) =>
  page.evaluate((known) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const shown: string[] = [];
    while (texts.nextNode()) shown.push(texts.currentNode.textContent ?? "");
    return known.filter((id) => shown.includes(id));
  }, ids);

test("a page has its texts when it is taken over, when a link opens it, and after a change of language", async ({
  page,
  context,
  server,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  const read = (language: string) =>
    context.request.post(`${server.origin}/language`, {
      form: { language, back: "/" },
      headers: { Origin: server.origin },
    });
  await read("fr");
  for (const path of PAGES) {
    await page.goto(path);
    await hydrated(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect.poll(() => idsOn(page), path).toEqual([]);
  }

  await page.goto("/boards/lobbying");
  await hydrated(page);
  await page.locator("main a[href^='/actions/LOB-3']").first().click();
  await expect(page.locator(".action-panel")).toContainText("Priorité");
  await expect.poll(() => idsOn(page)).toEqual([]);
  await page.locator(".action-panel a[href='/actions/LOB-3']").click();
  await expect(page.locator("main")).toContainText("Résultat attendu");
  await expect.poll(() => idsOn(page)).toEqual([]);

  await read("es");
  await page.reload();
  await hydrated(page);
  await expect(page.locator("main")).toContainText("Resultado esperado");
  await expect.poll(() => idsOn(page)).toEqual([]);
});
