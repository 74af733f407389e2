import { expect, test } from "../support/test.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("Back shows nothing of the signed-in pages once somebody has signed out", async ({ page, signIn }) => {
      await signIn("eval-admin");
      for (const path of ["/people", "/settings", "/actions/LOB-3"]) await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // The menu's form, as a browser sends it; Remix would answer a script in the same way.
      await page
        .locator('form[action="/sign-out"]')
        .first()
        .evaluate((form: HTMLFormElement) => form.submit());
      await expect(page).toHaveURL(/\/sign-in/);
      for (let back = 0; back < 3; back++) {
        await page.goBack().catch(() => null);
        await expect(page).toHaveURL(/\/sign-in/);
        await expect(page.locator("h1")).toHaveText("Sign in");
      }
    });
  });
}
