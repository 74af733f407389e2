import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

test("a name is offered while it is typed after @, chosen by keyboard or by a tap, and its person is notified", async ({
  page,
  browser,
  signIn,
}) => {
  await signIn("eval-member-nepal");
  await page.goto("/actions/LOB-3");
  await hydrated(page);
  const text = page.getByLabel("Your comment");
  const offered = page.getByRole("listbox", { name: "People to notify" });
  await text.pressSequentially("Thank you, @coord");
  await expect(offered.getByRole("option")).toHaveCount(2);
  await expect(offered.getByRole("option", { selected: true })).toContainText("Coordinator, Asia");
  await expectAccessible(page);
  await text.press("ArrowDown");
  await expect(offered.getByRole("option", { selected: true })).toContainText("Coordinator, West Africa");
  await text.press("ArrowUp");
  await text.press("Enter");
  await expect(text).toHaveValue("Thank you, @Coordinator, Asia ");
  await expect(offered).toHaveCount(0);

  await text.pressSequentially("and @west");
  await offered.getByRole("option", { name: "Coordinator, West Africa" }).click();
  await expect(text).toHaveValue("Thank you, @Coordinator, Asia and @Coordinator, West Africa ");
  await expect(text).toBeFocused();

  // Escape leaves the text as it is, and Enter is a new line again.
  await text.pressSequentially("also @coord");
  await expect(offered).toBeVisible();
  await text.press("Escape");
  await expect(offered).toHaveCount(0);
  await text.press("Enter");
  await text.pressSequentially("@Nobody Named So");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  const comment = page.locator("article.comment");
  await expect(comment).toContainText("Thank you, @Coordinator, Asia");
  await expect(comment.getByRole("status")).toContainText("@Nobody Named So");

  const other = await browser.newPage();
  await signIn("eval-coordinator-asia", other);
  await other.goto("/notices");
  await expect(other.getByText("names you in a comment")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("people are looked up and ticked, in a reply too", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/actions/LOB-3");
    await page.getByLabel("Your comment").fill("Who looks at this?");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    const first = page.locator("article.comment").first();
    await first.getByText("Reply", { exact: false }).first().click();
    await first.getByLabel("Your reply to").fill("You, perhaps.");
    await first.getByText("Notify people").click();
    await first.getByLabel("Name or network").fill("asia coord");
    await first.getByRole("button", { name: "Find people" }).click();
    await expect(first.getByLabel("Your reply to")).toHaveValue("You, perhaps.");
    await first.getByRole("checkbox", { name: "Coordinator, Asia" }).check();
    await first.getByRole("button", { name: "Send the reply" }).click();
    await expect(page.locator(".replies")).toContainText("You, perhaps.");
  });
});
