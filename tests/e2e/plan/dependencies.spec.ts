import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../support/test.ts";

async function waitFor(page: Page, ref: string, on: string): Promise<void> {
  await page.goto(`/actions/${ref}/dependencies`);
  await page.getByLabel("Why it waits").fill("Without the proposal there is nothing to carry there.");
  await page.getByLabel("The other action").fill(on);
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
}

/** Waits for the text by which a field is described to hold `problem`. */
async function expectProblem(page: Page, label: string, problem: string): Promise<void> {
  const field = page.getByLabel(label);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
  await expect(page.locator(`[id="${ids.at(-1)}"]`)).toContainText(problem);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "dependencies" : "dependencies without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("one is added across boards, a circle is refused, the way becomes free and the follower is told", async ({
      page,
      browser,
      server,
      signIn,
    }) => {
      // Somebody follows the action that waits.
      const reader = await (await browser.newContext({ baseURL: server.origin, javaScriptEnabled })).newPage();
      await signIn("eval-member-nepal", reader);
      await reader.goto("/actions/LOB-3");
      await reader.getByRole("button", { name: "Follow", exact: true }).click();
      await expect(reader.getByRole("button", { name: "Following" })).toBeVisible();

      await signIn("eval-admin");
      await page.goto("/actions/LOB-3");
      await page.getByRole("link", { name: "Add what it waits for" }).click();
      await page.getByLabel("Why it waits").fill("It has to be paid for first.");
      await page.getByLabel("The other action").fill("joint proposals");
      await page.getByRole("button", { name: "Look for it" }).click();
      await expect(page.getByRole("list", { name: "Found" }).getByRole("listitem")).toHaveCount(2);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Add FIN-2" }).click();
      await expect(page.locator('[data-dependency="FIN-2"]')).toContainText("It has to be paid for first.");
      await expect(page.getByLabel("The other action")).toHaveValue("");

      await waitFor(page, "FIN-2", "COM-2");
      await expect(page.locator('[data-dependency="COM-2"]')).toBeVisible();
      await expect(page.locator('[data-dependency="LOB-3"]')).toBeVisible();
      await waitFor(page, "COM-2", "lob-3");
      await expect(page.locator(".notice.wrong")).toBeVisible();
      await expectProblem(page, "The other action", "COM-2 → LOB-3 → FIN-2 → COM-2");
      await expect(page.getByLabel("Why it waits")).toHaveValue(/Without the proposal/);
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto("/actions/FIN-2/move?stage=done");
      await page.getByLabel("Result").fill("Both proposals are written.");
      await page.getByRole("button", { name: "Move", exact: true }).click();
      await expect(page.locator(".way .on")).toHaveText("Done");

      await reader.goto("/notices");
      await expect(reader.getByText("The way is free: FIN-2, for which it waited, is done.")).toHaveCount(1);
      await reader.goto("/actions/LOB-3");
      await expect(reader.locator('[data-dependency="FIN-2"] [data-status]')).toContainText("Fulfilled");
      await expect(reader.getByRole("link", { name: "Change what it waits for" })).toHaveCount(0);
      await reader.context().close();

      await page.goto("/actions/LOB-3/dependencies");
      await page.getByRole("button", { name: "Remove FIN-2" }).click();
      await expect(page.locator('[data-dependency="FIN-2"]')).toHaveCount(0);
    });
  });
}

test("a coordinator adds what their action waits for on a board that is not theirs, and nothing there", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-west-africa");
  await waitFor(page, "COM-2", "LRN-2");
  await expect(page.locator('[data-dependency="LRN-2"]')).toBeVisible();
  await page.goto("/actions/LRN-2/dependencies");
  await expect(page.locator('[data-dependency="COM-2"]')).toBeVisible();
  await expect(page.getByLabel("Why it waits")).toHaveCount(0);
});
