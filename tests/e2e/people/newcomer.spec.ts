import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

const ROLES = [
  "Administrator",
  "Coordinator Asia",
  "Coordinator West Africa",
  "Member Nepal",
  "Member Guatemala",
  "Committee Central Africa",
  "Observer",
];

for (const role of ROLES) {
  test(`a newcomer comes in with one click as ${role}, and sees the Geneva planning on four boards`, async ({
    page,
  }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(page.getByText("Evaluation on this computer only")).toBeVisible();
    await page.getByRole("button", { name: role }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^The plan in Q\d \d{4}$/ })).toBeVisible();
    await expect(page.getByText("24 actions on four boards: 3 done, 0 late.")).toBeVisible();
    for (const [board, actions] of [
      ["Lobbying", 10],
      ["Learning", 5],
      ["Financing", 4],
      ["Communication", 5],
    ] as const) {
      await page.getByRole("navigation", { name: "Boards" }).getByRole("link", { name: board }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(board);
      await expect(page.locator("[data-action]")).toHaveCount(actions);
    }
  });
}

test("the language can be switched on every page, and stays", async ({ page, signIn }) => {
  await signIn("eval-member-guatemala");
  await page.goto("/boards/learning?level=continental");
  await page.getByText("EN", { exact: true }).click();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/boards\/learning\?level=continental/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aprendizaje y capitalización");
  await page.goto("/networks");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Redes");
});

test("a browser’s wish decides before anybody has chosen", async ({ browser, server }) => {
  for (const [locale, words] of [
    ["nl-BE", "Aanmelden"],
    ["fr-CD", "Se connecter"],
    ["es-GT", "Entrar"],
    ["de-DE", "Sign in"],
  ] as const) {
    const context = await browser.newContext({ locale, baseURL: server.origin });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
    await context.close();
  }
});

test("an administrator invites somebody, who comes in from the mail in their own language", async ({
  page,
  signIn,
  browser,
  server,
}) => {
  await signIn("eval-admin");
  await page.goto("/people/invite");
  await page.getByLabel("Mail address").fill("somebody@example.org");
  await page.getByRole("combobox", { name: "Language" }).selectOption("fr");
  await page.getByLabel("Role").selectOption("member");
  await page.getByLabel("Network").selectOption({ label: "\u2003\u2003DR Congo" });
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  await page.goto("/evaluation/mail");
  const link = await page.getByRole("link", { name: /\/welcome\// }).getAttribute("href");

  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false, locale: "fr-CD" });
  const guest = await context.newPage();
  await guest.goto(new URL(link ?? "").pathname);
  await guest.getByLabel("Votre nom").fill("Membre de Kinshasa");
  await guest.getByRole("button", { name: "Entrer" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: /^Le plan au T\d/ })).toBeVisible();
  await context.close();
});

test("the screens have no barrier that axe finds", async ({ page, signIn }) => {
  test.slow();
  await signIn("eval-admin");
  const screens = [
    "/",
    "/actions/LOB-8",
    "/actions/LOB-3/history",
    "/networks",
    "/networks/asia",
    "/networks/new",
    "/committee?edit=1",
    "/people",
    "/people/invite",
    "/settings",
    "/sign-in",
    "/nowhere",
  ];
  for (const screen of screens) {
    await page.goto(screen);
    await hydrated(page);
    await expectAccessible(page);
  }
});

test.describe("by keyboard alone", () => {
  test("the content is one step away, and the menus open and close", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/");
    await hydrated(page);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "To the content" })).toBeFocused();
    await page.getByText("EN", { exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Nederlands" })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Nederlands" })).toBeFocused();
  });
});
