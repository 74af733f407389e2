import { cardsIn, expect, expectAccessible, hydrated, test, tryNow } from "../support/test.ts";

test.describe("a coordinator and an action", () => {
  test.beforeEach(({ signIn }) => signIn("eval-coordinator-asia"));

  test("adds one to a board, and finds it at the end of its stage", async ({ page }) => {
    await page.goto("/boards/learning");
    await page.getByRole("link", { name: "Add an action" }).click();
    await page.getByLabel("Title").first().fill("Bring young members of health mutuals together");
    await page.getByLabel("Stage").selectOption("planned");
    await page.getByLabel("Level").selectOption("national");
    await page.getByLabel("Lead network").selectOption({ label: "\u2003\u2003Nepal" });
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Bring young members of health mutuals together" }),
    ).toBeVisible();
    await expect(page).toHaveURL(/\/actions\/LRN-6$/);
    await page.goto("/boards/learning");
    await expect.poll(async () => (await cardsIn(page, "planned")).at(-1)).toBe("LRN-6");
  });

  test("is told beside the field what is wrong, and keeps all that was typed", async ({ page }) => {
    await page.goto("/actions/new?board=lobbying");
    await hydrated(page);
    await page.getByLabel("Description").first().fill("Why we do this.");
    await page.getByLabel("Start quarter").selectOption("2027-Q2");
    await page.getByLabel("Due quarter").selectOption("2027-Q1");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const title = page.getByLabel("Title").first();
    await expect(title).toHaveAttribute("aria-invalid", "true");
    const described = (await title.getAttribute("aria-describedby")) ?? "";
    await expect(page.locator(`[id="${described}"]`)).toHaveText("Please give a title.");
    await expect(page.getByText("The due quarter lies before the start quarter.")).toBeVisible();
    await expect(page.getByLabel("Description").first()).toHaveValue("Why we do this.");
    await expect(page.getByLabel("Start quarter")).toHaveValue("2027-Q2");
    await expectAccessible(page);
  });

  test("rewords it; history shows the words struck and added, and who did it", async ({ page }) => {
    await page.goto("/actions/LRN-1/edit");
    const title = page.getByLabel("Title").first();
    const before = await title.inputValue();
    await title.fill(`${before}, every quarter`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${before}, every quarter`);
    await page.getByRole("link", { name: "The whole history" }).click();
    const newest = page.locator(".event").first();
    await expect(newest).toContainText("Coordinator, Asia");
    await expect(newest.locator("ins")).toContainText("every quarter");
    await page.getByLabel("What").selectOption("action.moved");
    await expect(page.locator(".event ins")).toHaveCount(0);
  });

  test("drops it with a reason, and restores it to the stage that it had", async ({ page }) => {
    await page.goto("/actions/LOB-3");
    await page.getByRole("link", { name: "Drop…" }).click();
    await expect(page.getByLabel("Stage")).toHaveValue("dropped");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("Please give a reason")).toBeVisible();
    await page.getByLabel("Reason").fill("Taken over by a partner.");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("Taken over by a partner.").first()).toBeVisible();
    await page.getByRole("link", { name: "Restore" }).click();
    await expect(page.getByLabel("Stage")).toHaveValue("under-way");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.locator(".way .on")).toHaveText("Under way");
  });

  test("loses nothing when the session has ended: what was typed is back after signing in", async ({
    page,
    context,
    signIn,
    server,
  }) => {
    await page.goto("/actions/LOB-3/edit");
    await hydrated(page);
    await page.getByLabel("Expected result").first().fill("A text that took half an hour.");
    await context.request.post(`${server.origin}/sign-out`, { headers: { Origin: server.origin } });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("What you typed is kept")).toBeVisible();
    await signIn("eval-coordinator-asia");
    await page.goto("/actions/LOB-3/edit");
    await expect(page.getByText("What you typed before is back in its form.")).toBeVisible();
    await expect(page.getByLabel("Expected result").first()).toHaveValue("A text that took half an hour.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/\/actions\/LOB-3$/);
    await expect(page.getByText("A text that took half an hour.").first()).toBeVisible();
    await page.goto("/actions/LOB-3/edit");
    await expect(page.getByText("What you typed before is back")).toHaveCount(0);
  });

  test("loses nothing when the line drops while saving", async ({ page, context }) => {
    await page.goto("/actions/LOB-3/edit");
    await hydrated(page);
    await page.getByLabel("Expected result").first().fill("Typed on a dropping line.");
    // Held here and not by `setOffline`, which a request sent at the same moment can outrun.
    await context.route("**/actions/LOB-3/edit.data*", (route) => route.abort());
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("No connection. Your text is kept")).toBeVisible();
    await expect(page.getByLabel("Expected result").first()).toHaveValue("Typed on a dropping line.");
    await context.unrouteAll();
    await tryNow(page);
    await expect(page).toHaveURL(/\/actions\/LOB-3$/);
    await expect(page.getByText("Typed on a dropping line.").first()).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`two people editing the same action, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("the second sees both versions and decides; nothing typed is lost", async ({
      page,
      browser,
      signIn,
      server,
    }) => {
      const other = await (await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false })).newPage();
      await signIn("eval-coordinator-asia");
      await signIn("eval-coordinator-west-africa", other);
      await page.goto("/actions/LOB-3/edit");
      await other.goto("/actions/LOB-3/edit");

      await other.getByLabel("Title").first().fill("Work more closely with the ILO");
      await other.getByLabel("Priority").selectOption("low");
      await other.getByRole("button", { name: "Save" }).click();
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Work more closely with the ILO");

      if (javaScriptEnabled) await hydrated(page);
      await page.getByLabel("Title").first().fill("Deepen cooperation with the ILO");
      await page.getByLabel("Partners").fill("ILO\nITUC");
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Save" }).click();
      expect((await answer).status()).toBe(409);

      const alert = page.getByRole("alert");
      await expect(alert).toContainText("Coordinator, West Africa saved this action while you were writing");
      await expect(alert).toContainText("Changed by them alone, and taken over below: Priority.");
      await expect(alert).toContainText("Work more closely with the ILO");
      await expect(page.getByLabel("Priority")).toHaveValue("low");
      await expect(page.getByLabel("Title").first()).toHaveValue("Deepen cooperation with the ILO");
      await expect(page.getByLabel("Partners")).toHaveValue("ILO\nITUC");

      await page.getByLabel("Theirs:").check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Work more closely with the ILO");
      await expect(page.getByText("ILO and ITUC").first()).toBeVisible();
      await expect(page.getByRole("complementary").getByText("Low", { exact: true })).toBeVisible();
    });
  });
}

test("a reader sees the action in their language, and is told where it is not translated", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/actions/new?board=learning");
  await page.getByLabel("Title").first().fill("A title in English alone");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A title in English alone");
  const here = page.url();
  await page.getByText("EN", { exact: true }).click();
  await page.getByRole("button", { name: "Français" }).click();
  await page.goto(here);
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "en");
  await expect(page.getByText("pas encore traduit")).toBeVisible();
  await page.goto("/actions/LOB-3");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "fr");
});

test("members and observers are refused by the server, not only by a missing button", async ({
  page,
  signIn,
  context,
  server,
}) => {
  for (const role of ["eval-member-nepal", "eval-observer", "eval-committee"] as const) {
    await signIn(role);
    await page.goto("/actions/LOB-3");
    await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
    expect((await page.goto("/actions/LOB-3/edit"))?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This is not yours to do" })).toBeVisible();
    const move = await context.request.post(`${server.origin}/boards/lobbying`, {
      form: { intent: "move", ref: "LOB-3", version: "2", stage: "done", after: "end", outcome: "No" },
      headers: { Origin: server.origin },
      maxRedirects: 0,
    });
    expect(move.status()).toBe(403);
  }
  await page.goto("/boards/lobbying");
  await expect.poll(() => cardsIn(page, "under-way")).toContain("LOB-3");
});

for (const [what, path, choose, kept, left] of [
  ["a reason for dropping", "/actions/LRN-2/move", "[name=stage]", "[name=outcome]", "planned"],
  [
    "the occasion of a mandate",
    "/suggestions/new?kind=remark&action=LRN-2",
    "[name=voice]",
    "[name=mandateOccasion]",
    "personal",
  ],
] as const) {
  test(`${what}, chosen and typed before the scripts have come, stays`, async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    let come = () => {};
    const scripts = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route("**/assets/*.js", async (route) => {
      await scripts;
      await route.continue();
    });
    const pick = (value: string) =>
      choose === "[name=stage]"
        ? page.locator(choose).selectOption(value)
        : page.locator(`${choose}[value=${value}]`).check();
    await page.goto(path, { waitUntil: "commit" });
    await pick(choose === "[name=stage]" ? "dropped" : "mandated");
    await page.locator(kept).fill("Others do it already.");
    come();
    await hydrated(page);
    await expect(page.locator(kept)).toHaveValue("Others do it already.");
    await pick(left);
    await expect(page.locator(kept)).toHaveCount(0);
  });
}

test.describe("who is responsible, and labels, without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a coordinator is told beside the field who cannot be, and names who can; the board narrows to either", async ({
    page,
    signIn,
  }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/actions/LOB-3/edit");
    await page.getByLabel("Lead network").selectOption({ label: "\u2003\u2003Nepal" });
    await page.getByLabel("Level").selectOption("national");
    await page.getByLabel("Responsible person").selectOption("eval-member-guatemala");
    await page.getByLabel("Labels").fill("Fiscal justice,  covid-19");
    await page.getByRole("button", { name: "Save" }).click();
    const person = page.getByLabel("Responsible person");
    await expect(person).toHaveAttribute("aria-invalid", "true");
    const described = (await person.getAttribute("aria-describedby")) ?? "";
    await expect(page.locator(`[id="${described}"]`)).toHaveText(/outside the branch of the lead network/);
    await expect(page.getByLabel("Labels")).toHaveValue("Fiscal justice,  covid-19");

    await person.selectOption("eval-member-nepal");
    await page.getByRole("button", { name: "Save" }).click();
    const facts = page.locator(".action-facts");
    await expect(facts).toContainText("Member, Nepal");
    // Spelt as the rest of the plan spells it.
    await facts.getByRole("link", { name: "COVID-19" }).click();
    await expect(page).toHaveURL(/\/boards\/lobbying\?label=COVID-19$/);
    await expect(page.locator("[data-action]")).toHaveCount(4);
    await page.goto("/boards/lobbying?responsible=eval-member-nepal");
    await expect(page.locator("[data-action]")).toHaveCount(1);
    await expect(page.locator('[data-action="LOB-3"] .who')).toHaveAttribute("title", "Member, Nepal");

    await signIn("eval-member-nepal");
    await page.goto("/my");
    await expect(page.locator('[data-part="responsible"]')).toContainText("LOB-3");
    await page.goto("/notices");
    await expect(page.getByText("made you responsible for this action")).toBeVisible();
  });
});
