import type { Page } from "@playwright/test";
import { cardsIn, expect, expectAccessible, hydrated, test } from "../support/test.ts";

/* What single keys do on a board and elsewhere (app/features/core/keyboard). No pointer is used here. */

const linkTo = (page: Page, ref: string) => page.locator(`main a[href="/actions/${ref}"]`);

test("a board by keys: through the cards, open, edit, move, to a stage and back, filter", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await hydrated(page);
  const [first = "", second = ""] = await cardsIn(page, "under-way");
  await page.keyboard.press("j");
  await expect(linkTo(page, first)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(linkTo(page, second)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[data-stage="done"] a:focus')).toHaveCount(1);
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator('[data-stage="under-way"] a:focus')).toHaveCount(1);
  await linkTo(page, first).focus();

  // To a stage, with its undo; the focus goes along.
  await page.keyboard.press("2");
  await expect.poll(() => cardsIn(page, "planned")).toContain(first);
  await expect(page.locator(".stage-news")).toContainText(`${first} is in Planned now.`);
  await expect(linkTo(page, first)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(() => cardsIn(page, "under-way")).toContain(first);
  // One that wants a reason asks for it; Escape leaves all as it was.
  await linkTo(page, first).focus();
  await page.keyboard.press("6");
  await expect(page.getByRole("dialog").getByLabel(`Reason for ${first}`)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => cardsIn(page, "under-way")).toContain(first);

  await linkTo(page, first).focus();
  await page.keyboard.press(".");
  await expect(page.locator(".action-panel header")).toContainText(first);
  await page.keyboard.press("m");
  await expect(page.locator(".action-panel [data-field=stage] select")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(".action-panel")).toHaveCount(0);
  await expect(linkTo(page, first)).toBeFocused();
  await page.keyboard.press("m");
  await expect(page.locator(".move-panel select").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  await expect(page.locator(".filter-menu[open]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await linkTo(page, first).focus();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(`/actions/${first}/edit`);
});

test("g and a letter go to a page, c creates, ? lists what works here; nothing while one types", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/learning");
  await hydrated(page);
  await page.keyboard.press("g");
  await page.keyboard.press("3");
  await expect(page).toHaveURL("/boards/financing");
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).toHaveURL("/networks");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog");
  await expect(help).toContainText("Go to a page");
  await expect(help).not.toContainText("On a board");
  await page.keyboard.press("Escape");
  await page.goto("/boards/lobbying");
  await hydrated(page);
  await page.keyboard.press("/");
  await page.keyboard.type("gojkem");
  await expect(page).toHaveURL("/boards/lobbying");
  await expect(page.locator(".search-field input").first()).toHaveValue("gojkem");
  await page.keyboard.press("Escape");
  await page.locator("main h1").click();
  await page.keyboard.press("c");
  await expect(page).toHaveURL("/actions/new?board=lobbying");
});

test("a member moves nothing by a key, and suggests by c", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/boards/lobbying");
  await hydrated(page);
  const before = await cardsIn(page, "under-way");
  await page.keyboard.press("j");
  await expect(linkTo(page, before[0] ?? "")).toBeFocused();
  for (const key of ["2", "e", "m"]) await page.keyboard.press(key);
  await page.keyboard.press("c");
  await expect(page).toHaveURL("/suggestions/new?board=lobbying");
});

test("single keys are switched off for a person, and Ctrl K still works", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/keyboard");
  await hydrated(page);
  await page.getByRole("button", { name: "Switch them off" }).click();
  await expect(page.getByRole("button", { name: "Switch them on" })).toBeVisible();
  await page.goto("/boards/lobbying");
  await hydrated(page);
  for (const key of ["j", "?", "/"]) await page.keyboard.press(key);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /Go to/ })).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.type("3");
  await expect(page.locator("dialog [role=option]", { hasText: "LOB-3" }).first()).toBeVisible();
});
