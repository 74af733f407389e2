import type { Page } from "@playwright/test";
import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

/** Sends the form of a suggestion as its page would: for what a test only needs to be there. */
async function suggest(page: Page, form: Record<string, string>): Promise<string> {
  const origin = { Origin: new URL(page.url()).origin };
  await page.goto(`/suggestions/new?kind=${form.kind}&${form.about ? `action=${form.about}` : `board=${form.board}`}`);
  const speaksFor = await page.locator("[name=origin]").inputValue();
  const answer = await page.context().request.post("/suggestions/new", {
    form: { intent: "submit", voice: "personal", origin: speaksFor, language: "en", why: "Asked for.", ...form },
    headers: origin,
    maxRedirects: 0,
  });
  const id = /\/suggestions\/(\d+)/.exec(answer.headers().location ?? "")?.[1];
  if (!id) throw new Error(`It was not submitted: ${answer.status()}`);
  return id;
}

test.describe("a member", () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/");
  });

  test("types a suggestion; it is kept on the server, and found again", async ({ page }) => {
    await page.goto("/suggestions/new?kind=new-action&board=learning");
    await hydrated(page);
    await page.getByLabel("Title of the action").fill("Visits between health mutuals");
    await expect(page.getByText("The draft is kept.")).toBeVisible();
    await page.goto("/suggestions?mine");
    await page.getByRole("link", { name: "Visits between health mutuals" }).click();
    await expect(page.getByLabel("Title of the action")).toHaveValue("Visits between health mutuals");
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page).toHaveURL(/\/suggestions\/1\?/);
    await page.goto("/suggestions?mine");
    await expect(page.locator("[data-suggestion='1']")).toBeVisible();
    await expect(page.getByText("Drafts")).toHaveCount(0);
  });

  test("submits while a draft is still on its way to being kept, and the draft is gone with it", async ({ page }) => {
    await page.goto("/suggestions/new?kind=remark&board=learning");
    await hydrated(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/suggestions/drafts", async (route) => {
      await held;
      await route.continue();
    });
    const kept = page.waitForRequest("**/suggestions/drafts");
    await page.getByLabel("In one line").fill("Quicker than thought");
    await page.getByLabel("Your remark").fill("Sent at once.");
    await kept;
    await page.getByRole("button", { name: "Submit" }).click();
    release();
    await expect(page).toHaveURL(/\/suggestions\/\d+\?/);
    await page.goto("/suggestions?mine");
    await expect(page.getByRole("link", { name: "Quicker than thought" })).toHaveCount(1);
    await expect(page.getByText("Drafts")).toHaveCount(0);
  });

  test("is shown the step and the field of a problem, and asked before a draft is thrown away", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/suggestions/new?kind=remark&board=learning");
    await hydrated(page);
    await page.getByLabel("In one line").fill("Without a reason");
    await expect(page.getByText("The draft is kept.")).toBeVisible();
    await page.locator(".step-names label").last().click();
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByText("Not submitted yet: some fields need another look.")).toBeVisible();
    await expect(page.getByText("Nothing was saved yet")).toHaveCount(0);
    await expect(page.locator("#step-why")).toBeChecked();
    await expect(page.locator("[name=why]")).toBeFocused();
    await page.goto("/suggestions?mine");
    await page.locator(".throw-away summary").click();
    await expect(page.getByRole("link", { name: "Without a reason" })).toBeVisible();
    await page.getByRole("button", { name: "Throw the draft away" }).click();
    await expect(page.getByText("Drafts")).toHaveCount(0);
  });

  test("is offered what sounds similar while typing, and supports that instead", async ({
    page,
    browser,
    signIn,
    server,
  }) => {
    const other = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await signIn("eval-member-guatemala", other);
    await other.goto("/");
    await suggest(other, {
      kind: "new-action",
      board: "learning",
      level: "national",
      title: "Intercambio de visitas entre mutuales",
    });
    await page.goto("/suggestions/new?kind=new-action&board=learning");
    await hydrated(page);
    await page.getByLabel("Title of the action").fill("Visitas a las mutuales");
    await expect(page.locator(".similar")).toContainText("Intercambio de visitas entre mutuales");
    await page.getByRole("button", { name: "Support this one" }).click();
    await expect(page).toHaveURL(/\/suggestions\/1/);
    await expect(page.locator(".tallies p").first()).toContainText("1");
    await page.getByRole("button", { name: "Take my voice back" }).click();
    await expect(page.locator(".tallies p").first()).toContainText("0");
    await other.context().close();
  });

  test("is told beside the field what is wrong with an amendment, and keeps what was typed", async ({ page }) => {
    await page.goto("/suggestions/new?kind=amendment&action=LOB-3");
    await hydrated(page);
    await page.getByLabel("In one line").fill("No change at all");
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByText("Nothing is changed yet.")).toBeVisible();
    await expect(page.locator("#why, [name=why]").first()).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("In one line")).toHaveValue("No change at all");
    await expectAccessible(page);
  });

  test("enters what was said at a workshop in one sitting, each for its origin", async ({ page }) => {
    await page.goto("/suggestions/workshops");
    await page.getByLabel("Workshop").fill("Assembly of women vendors");
    await page.getByLabel("Place").fill("Kathmandu");
    await page.getByRole("button", { name: "Begin" }).click();
    for (const [title, origin] of [
      ["A leaflet in plain words", "Nepal"],
      ["A radio hour", "Asia"],
    ] as const) {
      await page.locator("[name=title]").fill(title);
      await page.locator("[name=origin]").selectOption({ label: await optionNamed(page, origin) });
      await page.locator("button[value=enter]").click();
      await expect(page.locator(".entered")).toContainText(title);
    }
    await page.getByRole("button", { name: "Submit 2 suggestions" }).click();
    await expect(page.getByRole("heading", { name: "2 suggestions submitted" })).toBeVisible();
    await page.goto("/suggestions");
    await expect(page.locator("[data-suggestion='1']")).toContainText("Nepal");
    await expect(page.locator("[data-suggestion='2']")).toContainText("Asia");
  });
});

/** An option's whole label: names lower in the tree are set in. */
async function optionNamed(page: Page, name: string): Promise<string> {
  const labels = await page.locator("[name=origin] option").allTextContents();
  return labels.find((label) => label.trim().endsWith(name)) ?? name;
}

test.describe("two coordinators", () => {
  test("answer the same suggestion: one wins, the other is told, nothing is applied twice", async ({
    page,
    browser,
    signIn,
    server,
  }) => {
    await signIn("eval-member-nepal");
    await page.goto("/");
    const was = await page.context().request.get("/actions/LOB-3");
    expect(was.ok()).toBe(true);
    await suggest(page, {
      kind: "remark",
      about: "LOB-3",
      title: "Say who is meant",
      why: "Nobody knows who it is for.",
    });
    await suggest(page, {
      kind: "new-action",
      board: "lobbying",
      level: "national",
      title: "A meeting with parliament",
      description: "",
    });

    const open = async (role: "eval-coordinator-asia" | "eval-coordinator-west-africa") => {
      const one = await (await browser.newContext({ baseURL: server.origin })).newPage();
      await signIn(role, one);
      await one.goto("/suggestions/2/answer?decision=accepted");
      await hydrated(one);
      return one;
    };
    const [first, second] = [await open("eval-coordinator-asia"), await open("eval-coordinator-west-africa")];
    await first.getByLabel("Reason (English)").fill("It fits.");
    await second.getByLabel("Reason (English)").fill("I agree with it too.");
    await first.getByRole("button", { name: "Preview" }).click();
    await first.getByRole("button", { name: "Publish the answer" }).waitFor();

    // The second had begun before the first was kept: both texts are shown, and nothing typed is lost.
    await second.getByRole("button", { name: "Preview" }).click();
    await expect(second.getByText("I agree with it too.").first()).toBeVisible();
    await expect(second.locator("main")).toContainText("It fits.");

    await second.goto("/suggestions/2/answer?preview");
    await first.getByRole("button", { name: "Publish the answer" }).click();
    await expect(first).toHaveURL(/\/suggestions\/2\?done=answered/);
    await second.getByRole("button", { name: "Publish the answer" }).click();
    await expect(second.locator("main")).toContainText("answered");
    await expect(second).toHaveURL(/\/answer/);

    await page.goto("/boards/lobbying");
    await expect(page.getByText("A meeting with parliament")).toHaveCount(1);
    await first.context().close();
    await second.context().close();
  });

  test("merge two that say the same: origins, authors and voices stay visible, and it can be undone", async ({
    page,
    browser,
    signIn,
    server,
  }) => {
    await signIn("eval-member-nepal");
    await page.goto("/");
    await suggest(page, { kind: "remark", board: "lobbying", title: "Name the informal economy" });
    const other = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await signIn("eval-member-guatemala", other);
    await other.goto("/");
    await suggest(other, { kind: "remark", board: "lobbying", title: "Name informal workers" });
    const post = (path: string, form: Record<string, string>) =>
      page.context().request.post(path, { form, headers: { Origin: server.origin } });
    await post("/suggestions/2", { intent: "support" });

    await signIn("eval-coordinator-asia");
    await page.goto("/suggestions/2");
    await page.getByText("Mark as a duplicate…").click();
    await page.getByRole("radio", { name: /S-1/ }).check();
    await page.getByRole("button", { name: "Merge" }).click();
    await expect(page.locator("main")).toContainText("Merged into");
    await page.goto("/suggestions/1");
    await expect(page.locator("main")).toContainText("Member, Guatemala");
    await expect(page.locator(".tallies p").first()).toContainText("1");

    await signIn("eval-coordinator-asia");
    await page.goto("/suggestions/2");
    await page.getByRole("button", { name: "Undo the merge" }).click();
    await expect(page.locator(".suggestion-page")).toHaveAttribute("data-state", "submitted");
    await expect(page.locator(".tallies p").first()).toContainText("1");
    await other.context().close();
  });

  test("work through the inbox by keyboard", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/");
    for (const title of ["First", "Second", "Third"]) await suggest(page, { kind: "remark", board: "lobbying", title });
    await signIn("eval-coordinator-asia");
    await page.goto("/suggestions/inbox");
    await hydrated(page);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByRole("button", { name: "Take up" }).click();
    await expect(page.getByText("Done with 2 suggestions.")).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    const heading = (name: string) => page.getByRole("heading", { name });
    await expect(heading("Answer S-1")).toBeVisible();

    // Beside the list one answers and goes on to the next.
    await expect(page.locator("[data-suggestion='1']")).toHaveAttribute("aria-current", "true");
    await page.getByLabel("Declined").check();
    await page.getByLabel("Reason (English)").fill("Others do it.");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(heading("This is how everyone will read it")).toBeFocused();
    await page.getByRole("button", { name: "Publish the answer" }).click();
    await expect(page.locator(".notice")).toContainText("S-1");
    await expect(heading("Answer S-2")).toBeFocused();
    await expect(page.locator("[data-suggestion]")).toHaveCount(2);
  });
});

test("the screens of suggestions have no barrier that axe finds", async ({ page, signIn }) => {
  test.slow();
  await signIn("eval-coordinator-asia");
  await page.goto("/");
  await suggest(page, { kind: "remark", board: "lobbying", title: "Say it in plain words" });
  for (const path of [
    "/suggestions",
    "/suggestions/inbox?open=1",
    "/suggestions/new",
    "/suggestions/new?kind=new-action&board=learning",
    "/suggestions/workshops",
    "/suggestions/paper?text=fr",
    "/suggestions/1",
    "/suggestions/1/answer",
    "/suggestions/1/history",
    "/networks/voice",
    "/notices",
  ]) {
    await page.goto(path);
    await hydrated(page);
    await expectAccessible(page);
  }
});
