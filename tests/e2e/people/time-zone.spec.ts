import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const AT_ONCE = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** This minute and the one before, as English shows them in a time zone. */
function nowIn(timeZone: string): RegExp {
  const format = new Intl.DateTimeFormat("en-GB", { ...AT_ONCE, timeZone });
  return new RegExp([Date.now(), Date.now() - 60_000].map((at) => `^${format.format(at)}$`).join("|"));
}

async function comment(page: Page): Promise<void> {
  await page.goto("/actions/LOB-3");
  await page.getByLabel("Your comment").fill("At what time is this?");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
}

const when = (page: Page) => page.locator("article.comment .event-head a");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, timezoneId: "Asia/Kathmandu" });

  test("an instant says that it is in UTC, until the person has chosen a time zone", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await comment(page);
    await expect(when(page)).toHaveText(/ UTC$/);
    await page.goto("/settings");
    await page.getByLabel("Time zone").selectOption("America/Guatemala");
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await comment(page);
    await expect(when(page).last()).toHaveText(nowIn("America/Guatemala"));
  });
});
