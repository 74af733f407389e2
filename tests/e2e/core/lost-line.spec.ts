import { expect, hydrated, test, tryNow } from "../support/test.ts";

/* A line that drops, scripts that come late, another language: nothing typed is lost, nothing is done twice. */

const NOTICE = "No connection. Your text is kept and will be sent when the connection is back.";

test("a suggestion sent without a line waits, and goes through once when the line is back", async ({
  page,
  context,
  signIn,
}) => {
  await signIn("eval-member-nepal");
  await page.goto("/suggestions/new?kind=remark&board=lobbying");
  await hydrated(page);
  await page.getByLabel("In one line").fill("Through the tunnel");
  await page.getByLabel("Your remark").fill("The line dropped on the way.");
  await expect(page).toHaveURL(/draft=\d+/);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await expect(page.getByLabel("Your remark")).toHaveValue("The line dropped on the way.");
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/suggestions\/\d+/);
  await page.goto("/suggestions?mine");
  await expect(page.getByRole("link", { name: "Through the tunnel" })).toHaveCount(1);
});

test("a form that is sent before the page knows its routes waits as one that is kept", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.route("**/__manifest*", (route) => route.abort());
  await page.goto("/actions/LOB-3");
  await hydrated(page);
  await page.locator("textarea[name=text]").last().fill("Before the manifest");
  await page.locator("button[name=intent][value=comment]").last().click();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await page.unroute("**/__manifest*");
  await tryNow(page);
  await expect(page.locator(".talk .as-written").getByText("Before the manifest")).toHaveCount(1);
});

test("an answer that is lost on the way does not do it twice, and giving up leaves the text", async ({
  page,
  signIn,
}) => {
  await signIn("eval-member-nepal");
  await page.goto("/actions/LOB-3");
  await hydrated(page);
  let lost = 0;
  await page.route("**/actions/LOB-3.data*", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost++;
    // It arrives, and its answer does not.
    await route.fetch();
    return route.abort("failed");
  });
  const field = page.getByLabel("Your comment");
  await field.fill("Said once.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.locator(".talk .as-written").getByText("Said once.")).toHaveCount(1);
  await expect(field).toHaveValue("");
  // Without a line, until the person gives up.
  await page.route("**/actions/LOB-3.data*", (route) => route.abort());
  await field.fill("Never sent.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  await expect(field).toHaveValue("Never sent.");
});

test("a move by its form without a line says so, keeps its place and reason, and is made when the line is back", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?move=LOB-3");
  await hydrated(page);
  await page.route("**/boards/lobbying.data*", (route) => route.abort());
  const form = page.locator("form.move-form");
  await form.locator("select[name=stage]").selectOption("on-hold");
  await form.locator("textarea[name=outcome]").fill("Until the budget is there.");
  await form.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
  // Given up, it can be sent once more with all that was chosen.
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("The line dropped: LOB-3 stands where it was.")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await page.unroute("**/boards/lobbying.data*");
  await tryNow(page);
  await expect(page.getByText(NOTICE)).toBeHidden();
  await page.goto("/actions/LOB-3/history");
  await expect(page.getByText("Until the budget is there.")).toHaveCount(1);
});

test("on a slow line a press shows at once that the page is at work", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/actions/LOB-3.data*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/actions/LOB-3");
  await hydrated(page);
  await page.locator("textarea[name=text]").last().fill("Slowly");
  const button = page.locator("button[name=intent][value=comment]").last();
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(page.locator(".connection[data-busy]")).toHaveCount(1);
  answer();
  await expect(page.locator(".talk .as-written").getByText("Slowly")).toHaveCount(1);
  await expect(page.locator(".connection[data-busy]")).toHaveCount(0);
  await expect(button).not.toHaveAttribute("aria-busy", "true");
});

test("what is typed before the scripts arrive stays, also in a field that was filled in", async ({ page, signIn }) => {
  await signIn("eval-admin");
  let letScriptsCome = () => {};
  const typedEarly = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await typedEarly;
    await route.continue();
  });
  await page.goto("/actions/LOB-3/edit", { waitUntil: "commit" });
  const description = page.locator("textarea[name='description.en']");
  await description.fill("Typed early.");
  await page.locator("select[name=priority]").selectOption("low");
  await page.locator("input[name=principles][value='3']").setChecked(true);
  await expect(page.locator("html[data-live]")).toHaveCount(0);
  letScriptsCome();
  await hydrated(page);
  await expect(description).toHaveValue("Typed early.");
  await expect(page.locator("select[name=priority]")).toHaveValue("low");
  await expect(page.locator("input[name=principles][value='3']")).toBeChecked();
});

test("who goes on typing while the scripts arrive goes on where the caret stood", async ({ page, signIn }) => {
  await signIn("eval-admin");
  let letScriptsCome = () => {};
  const typedEarly = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await typedEarly;
    await route.continue();
  });
  await page.goto("/actions/LOB-3/edit", { waitUntil: "commit" });
  const description = page.locator("textarea[name='description.en']");
  const before = await description.inputValue();
  expect(before.length).toBeGreaterThan(10);
  await description.press("ControlOrMeta+Home");
  await page.keyboard.type("first and then ");
  await page.keyboard.press("ArrowLeft");
  letScriptsCome();
  await hydrated(page);
  await page.keyboard.type(",");
  await expect(description).toHaveValue(`first and then, ${before}`);
});

test("another language keeps what is typed in every form of the page; saved, it is forgotten", async ({
  page,
  signIn,
}) => {
  await signIn("eval-member-nepal");
  await page.goto("/actions/LOB-3");
  await hydrated(page);
  await page.locator("textarea[name=text]").first().fill("Half a thought");
  await page.getByLabel("Language: EN").click();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await hydrated(page);
  await expect(page.locator("textarea[name=text]").first()).toHaveValue("Half a thought");
  await page.locator("button[name=intent][value=comment]").first().click();
  await expect(page.locator(".talk .as-written").getByText("Half a thought")).toHaveCount(1);
  // It is English still, though it was sent from a French page; the next one is French.
  await expect(page.locator(".talk .as-written", { hasText: "Half a thought" })).toHaveAttribute("lang", "en");
  await page.locator("textarea[name=text]").last().fill("Une idée");
  await page.locator("button[name=intent][value=comment]").last().click();
  await expect(page.locator(".talk .as-written", { hasText: "Une idée" })).toHaveAttribute("lang", "fr");
  await page.reload();
  await hydrated(page);
  await expect(page.locator("textarea[name=text]").first()).toHaveValue("");
});

test("another language ticks what was ticked, and leaves the language of the text as it was", async ({
  page,
  signIn,
}) => {
  await signIn("eval-admin");
  const toLanguage = async (from: string, name: string, lang: string) => {
    await page.locator("header summary", { hasText: new RegExp(`^${from}$`) }).click();
    await page.getByRole("button", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await hydrated(page);
  };
  for (const [path, box, text] of [
    ["/library/new", "countries", "title.en"],
    ["/actions/LOB-5/strengthens", "networks", "how"],
  ] as const) {
    await page.goto(path);
    await hydrated(page);
    const boxes = page.locator(`main input[type=checkbox][name="${box}"]`);
    const ticked = () =>
      boxes.evaluateAll((all) =>
        all.flatMap((one) => ((one as HTMLInputElement).checked ? [one.getAttribute("value")] : [])),
      );
    // Also where the list is folded away.
    for (const at of [1, 4]) await boxes.nth(at).evaluate((box) => (box as HTMLInputElement).click());
    await page.locator(`main [name="${text}"]`).fill("Written in English");
    const before = (await ticked()).sort();
    await toLanguage("EN", "Français", "fr");
    await expect.poll(async () => (await ticked()).sort(), path).toEqual(before);
    await page.reload();
    await hydrated(page);
    await expect.poll(async () => (await ticked()).sort(), path).toEqual(before);
    if (path === "/actions/LOB-5/strengthens")
      await expect(page.locator("main select[name=language]")).toHaveValue("en");
    await toLanguage("FR", "English", "en");
  }
});

test("what is typed in a suggestion outlives another language before its draft has been kept", async ({
  page,
  signIn,
}) => {
  await signIn("eval-member-nepal");
  await page.goto("/suggestions/new?kind=remark&board=lobbying");
  await hydrated(page);
  await page.getByLabel("In one line").fill("Through the tunnel");
  await expect(page).toHaveURL(/draft=\d+/);
  // From here on the draft cannot be kept.
  await page.route(/suggestions\/(new|drafts)[^/]*\.data/, (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await page.locator("textarea[name=why]").fill("Half a thought");
  await page.getByLabel("Language: EN").click();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await hydrated(page);
  await expect(page.locator("textarea[name=why]")).toHaveValue("Half a thought");
});
