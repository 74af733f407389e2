import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const draft = (page: Page) => page.getByLabel("Your comment");

/** Sends a comment as somebody without a script would. */
async function commentAs(page: Page, origin: string, path: string, text: string): Promise<void> {
  const sent = await page.context().request.post(origin + path, {
    form: { intent: "comment", text },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  expect(sent.status()).toBe(302);
}

test("what others say comes while one is typing, and Ctrl Enter sends once", async ({
  page,
  browser,
  server,
  signIn,
}) => {
  await signIn("eval-member-nepal");
  const other = await (await browser.newContext()).newPage();
  await signIn("eval-member-guatemala", other);
  await page.goto("/actions/LOB-3");
  await draft(page).fill("Half a sentence");
  await commentAs(other, server.origin, "/actions/LOB-3", "See LOB-4 and https://example.org.");
  const comment = page.locator("article.comment", { hasText: "See LOB-4" });
  await expect(comment).toHaveCount(1);
  await expect(page.getByText("1 new comment since you opened this page")).toBeVisible();
  await expect(draft(page)).toHaveValue("Half a sentence");
  await expect(draft(page)).toBeFocused();
  await expect(comment.getByRole("link", { name: /^LOB-4 ./ })).toHaveAttribute("href", "/actions/LOB-4");
  await expect(comment.getByRole("link", { name: "https://example.org" })).toHaveAttribute(
    "href",
    "https://example.org",
  );

  // What happens to another action is not this page's.
  await page.keyboard.type(", whole.");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("article.comment", { hasText: "Half a sentence, whole." })).toHaveCount(1);
  await expect(page.locator("article.comment")).toHaveCount(2);
  await expect(draft(page)).toHaveValue("");
});

test("one’s own comment is edited and withdrawn in place", async ({ page, server, signIn }) => {
  await signIn("eval-member-nepal");
  await commentAs(page, server.origin, "/actions/LOB-3", "In Nepal it begun.");
  await page.goto("/actions/LOB-3");
  const comment = page.locator("article.comment");
  await comment.getByText("Edit", { exact: true }).click();
  await comment.getByLabel("New text of the comment").fill("In Nepal it began.");
  await page.keyboard.press("Control+Enter");
  await expect(comment.locator(".as-written")).toHaveText("In Nepal it began.");
  await comment.getByRole("link", { name: /^edited on/ }).click();
  await expect(comment.locator(".earlier-texts .as-written")).toHaveText("In Nepal it begun.");
  await comment.getByText("Withdraw", { exact: true }).click();
  await comment.getByRole("button", { name: "Withdraw the comment" }).click();
  await expect(comment.getByText(/^Withdrawn by its author on/)).toBeVisible();
  await expect(comment.getByText("In Nepal")).toHaveCount(0);
});
