import { Visitor } from "../../support/visitor.ts";
import { expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "on a phone" : "on a phone without JavaScript", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled });

    test("a network tells of a contact, drafts a proposal with a version, and another reviews it", async ({
      page,
      server,
      signIn,
    }) => {
      await signIn("eval-member-nepal");
      await page.goto("/alliances");
      await page.getByRole("link", { name: "UNICEF" }).click();
      await page.getByRole("link", { name: "Enter a contact" }).click();
      await page.getByLabel("By which network").selectOption({ label: "Nepal" });
      await page.getByLabel("Day").fill("2026-10-02");
      await page.getByLabel("What about").fill("A first talk about studies.");
      await page.getByRole("button", { name: "Enter a contact" }).click();
      await expect(page.locator("#contacts")).toContainText("Nepal · 2 Oct 2026");
      const alliance = `E-${new URL(page.url()).pathname.split("/")[2]}`;

      await page.goto("/proposals");
      await expect(page.getByText("Begin with a draft")).toBeVisible();
      await page.getByRole("link", { name: "Enter a joint proposal" }).first().click();
      if (javaScriptEnabled) await hydrated(page);
      await page.getByLabel("Title", { exact: true }).fill("Studies in four countries");
      await page.getByLabel("Owned by").selectOption({ label: "\u2003\u2003Nepal" });
      await page.getByLabel("Stage").selectOption("draft");
      await page.getByLabel("Alliances").fill("E-9999");
      await page.getByLabel("Actions that it serves").fill("FIN-2");
      await page.getByRole("button", { name: "Enter it" }).click();
      await expect(page.getByText("None was found for: E-9999")).toBeVisible();
      await page.getByLabel("Alliances").fill(alliance);
      await page.getByRole("button", { name: "Enter it" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Studies in four countries");
      const proposal = new URL(page.url()).pathname;

      await page.getByRole("link", { name: "Enter a version" }).click();
      if (javaScriptEnabled) await hydrated(page);
      await page.getByLabel("Version", { exact: true }).fill("1");
      await page.getByLabel("Day").fill("2026-10-10");
      await page.getByLabel("What changed").fill("The first draft.");
      await page.getByRole("button", { name: "Enter a version" }).click();
      await expect(page.getByText("Please fill this in.")).toBeVisible();
      await expect(page.getByLabel("What changed")).toHaveValue("The first draft.");
      await page.getByLabel("Text").fill("We propose to study together.");
      await page.getByRole("button", { name: "Enter a version" }).click();
      await expect(page.locator("#versions")).toContainText("Version: 1 · 10 Oct 2026");

      const guatemala = await new Visitor(server).signIn("eval-member-guatemala");
      const form = await (await guatemala.get(`${proposal}/parts/reviews`)).text();
      const network = /<option value="(\d+)"[^>]*>\u2003*Guatemala/.exec(form)?.[1] ?? "";
      const review = { intent: "add", network, day: "2026-10-20", verdict: "agrees", ofVersion: "1", language: "es" };
      expect((await guatemala.post(`${proposal}/parts/reviews`, review)).status).toBe(302);
      await page.goto(proposal);
      await expect(page.locator("#reviews")).toContainText("Guatemala · 20 Oct 2026 · Agrees · Of which version: 1");
      if (javaScriptEnabled) await expectAccessible(page);
      await expectFits(page);

      // The action and the alliance that it belongs to lead to it.
      await page.goto("/actions/FIN-2");
      await expect(page.locator("#tools")).toContainText("Studies in four countries");
      await page.goto(`/alliances/${alliance.slice(2)}`);
      await expect(page.locator("#tools")).toContainText("Studies in four countries");
    });
  });
