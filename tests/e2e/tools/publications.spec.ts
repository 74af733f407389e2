import { expect, expectAccessible, expectFits, test } from "../support/test.ts";

test("a gap of the editorial calendar is filled, and the year's report counts what is published", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("eval-admin");
  await page.goto("/publications/calendar?month=2031-03");
  await expect(page.getByText("Nothing is published or planned in this month yet.")).toBeVisible();
  const cell = page.locator('[data-place="latin-america"] [data-language="es"]');
  await cell.getByRole("link", { name: "missing" }).click();
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue("2031-03-01");
  await expect(page.getByLabel("Language", { exact: true })).toHaveValue("es");
  await page.getByLabel("Title", { exact: true }).fill("Made up for a test");
  await page.getByLabel("Channel").selectOption("newsletter");
  await page.getByLabel("Positions that it serves").fill("E-9");
  await page.getByLabel("Actions that it serves").fill("COM-5");
  await page.getByRole("button", { name: "Enter it" }).click();
  await expect(page.getByRole("link", { name: /COM-5/ })).toBeVisible();
  await page.goto("/publications/calendar?month=2031-03");
  await expect(cell).toContainText("1 planned");
  await expect(page.locator('[data-day="2031-03-01"]')).toContainText("Newsletter · Español · Latin America");
  await expect(page.locator(".pub-gaps")).toContainText("Nothing at all in Dutch, French and English.");
  await expectAccessible(page);
  // What the filter leaves is all that is asked for.
  await page.getByLabel("Language", { exact: true }).selectOption("fr");
  await expect(page).toHaveURL(/month=2031-03/);
  await expect(page.locator(".pub-coverage thead th")).toHaveText(["Français", "Together"]);

  const path = "/publications/new";
  const network = await (await page.request.get(`${server.origin}${path}?network=latin-america`)).text();
  const form = {
    "title.en": "Out",
    network: /<option value="(\d+)" selected/.exec(network)?.[1] ?? "",
    channel: "blog",
    state: "published",
    day: "2024-02-01",
    language: "fr",
    link: "https://example.org/",
  };
  await page.request.post(server.origin + path, { form, headers: { Origin: server.origin } });
  await page.goto("/reports/2024");
  await expect(page.locator("#published")).toContainText("1 publication, counted in the register");
  const csv = await page.request.get("/reports/2024/report-published.en.csv");
  expect(await csv.text()).toContain("2024-Q1,2024-02-01,Out,Blog,Français");
  expect((await page.request.get("/reviews/2020-Q4/pack/pack-published.en.csv")).status()).toBe(404);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false });

  test("a member sees that something is late, and enters that it is out", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/publications/new");
    await page.getByLabel("Title", { exact: true }).fill("Made up for a test");
    await page.getByLabel("State", { exact: true }).selectOption("planned");
    await page.getByLabel("Day", { exact: true }).fill("2024-05-06");
    await page.getByLabel("Channel").selectOption("blog");
    await page.getByLabel("Language", { exact: true }).selectOption("en");
    await page.getByRole("button", { name: "Enter it" }).click();
    await page.goto("/publications");
    await expect(page.locator("[data-entry]")).toContainText("Planned for 6 May 2024, not published yet.");
    await page.goto("/publications/calendar?month=2024-05");
    await expect(page.locator('[data-day="2024-05-06"]')).toContainText("not published yet");
    await expectFits(page);
    await page.getByRole("link", { name: "Made up for a test" }).click();
    await page.getByRole("link", { name: "Change", exact: true }).click();
    await page.getByLabel("State", { exact: true }).selectOption("published");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("What is published has a link.")).toBeVisible();
    await page.getByLabel("Link", { exact: true }).fill("https://example.org/");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("not published yet")).toHaveCount(0);
    await expect(page.locator("dl dd", { hasText: /^Published$/ })).toBeVisible();
  });
});
