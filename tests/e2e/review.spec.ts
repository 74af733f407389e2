import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { quarterOf } from "~/features/actions/quarter.ts";
import { openDatabase } from "~db/connection.ts";
import { networks, people } from "~db/schema.ts";
import { expect, expectAccessible, hydrated, test } from "./support/test.ts";

/** The quarter that is under way: what is changed on a board is part of its review. */
const QUARTER = quarterOf(new Date());

/** A member of a network of Central Africa, whose continent the account of the committee speaks for. */
function settleInCentralAfrica(databaseFile: string, account: string): void {
  const db = openDatabase(databaseFile);
  const continent = db.select().from(networks).where(eq(networks.slug, "central-africa")).get();
  const country = db
    .select()
    .from(networks)
    .where(eq(networks.parentId, continent?.id ?? 0))
    .get();
  db.update(people)
    .set({ networkId: country?.id ?? 0 })
    .where(eq(people.id, account))
    .run();
  db.$client.close();
}

/** Opens the review as its form would, for what a test only needs to be there. */
async function open(page: Page, origin: string): Promise<void> {
  const answer = await page.context().request.post(`/reviews/${QUARTER}/open`, {
    form: { intent: "save", timeZone: "Europe/Brussels", item: "decisions", about: "", minutes: "20" },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
}

test("a quarter’s review, from opening to a correction of what was closed", async ({
  page,
  browser,
  signIn,
  server,
}) => {
  test.slow();
  const as = async (role: Parameters<typeof signIn>[0]) => {
    const other = await (await browser.newContext({ baseURL: server.origin, locale: "en-GB" })).newPage();
    await signIn(role, other);
    return other;
  };

  // An administrator opens it.
  await signIn("eval-admin");
  await page.goto("/reviews");
  await page.locator(`[data-quarter="${QUARTER}"]`).getByRole("link", { name: "Open the review" }).click();
  await hydrated(page);
  await page.getByLabel("Day of the meeting").fill("2026-03-29");
  await page.getByLabel("Hour", { exact: true }).fill("02:30");
  await page.getByLabel("Link to the video meeting").fill("http://meet.example.org/");
  await page.getByRole("button", { name: "Open the review" }).click();
  await expect(page.getByText("Please give a web address that begins with https://.")).toBeVisible();
  await page.getByLabel("Link to the video meeting").fill("https://meet.example.org/inspir");
  await page.getByRole("button", { name: "Open the review" }).click();
  await expect(page.getByText("The clocks skip this hour there.")).toBeVisible();
  await page.getByLabel("Hour", { exact: true }).fill("14:00");
  await page.getByRole("button", { name: "Add to the agenda" }).click();
  await page.getByLabel("What the point is about").fill("Welcome to the new seats");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open the review" }).click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${QUARTER}\\?done=opened`));
  await expect(page.locator(".review-facts")).toContainText("Sunday 29 March 2026, 14:00 · Brussels");
  await expect(page.locator(".agenda li").last()).toContainText("Welcome to the new seats");
  await expectAccessible(page);

  // A coordinator prepares it: the point of the committee's own comes first.
  const coordinator = await as("eval-coordinator-asia");
  await coordinator.goto(`/reviews/${QUARTER}/prepare`);
  await hydrated(coordinator);
  await coordinator.getByRole("button", { name: "Remove Decisions to look at again" }).click();
  await expect(coordinator.getByRole("button", { name: "Remove Decisions to look at again" })).toHaveCount(0);
  await coordinator.getByRole("button", { name: "Move Welcome to the new seats up" }).click();
  await expect(coordinator.locator(".agenda-fields li").last()).toContainText("Sign-off");
  await coordinator.getByRole("button", { name: "Save", exact: true }).click();
  await expect(coordinator.locator(".agenda li").last()).toContainText("Sign-off");

  // The seat of Central Africa writes its network's view, and a member of that branch comments.
  const seat = await as("eval-committee");
  await seat.goto("/");
  await seat.getByRole("link", { name: "Write your continent’s view" }).click();
  await hydrated(seat);
  await seat.getByRole("button", { name: "Save the view" }).click();
  await expect(seat.getByText("Please write something in one of the three at least.")).toBeVisible();
  await seat.getByLabel("What we ask of the committee").fill("A common position on health cover.");
  await seat.getByRole("button", { name: "Save the view" }).click();
  await expect(seat.getByText("The view is saved")).toBeVisible();
  await expectAccessible(seat);
  settleInCentralAfrica(server.databaseFile, "eval-member-guatemala");
  const member = await as("eval-member-guatemala");
  await member.goto(`/reviews/${QUARTER}/alignment/central-africa`);
  await hydrated(member);
  await expect(member.getByLabel("What we ask of the committee")).toHaveCount(0);
  await member.getByLabel("Your comment").fill("And for those without papers.");
  await member.getByRole("button", { name: "Comment" }).click();
  await expect(member.locator(".comment")).toContainText("And for those without papers.");
  await page.goto(`/reviews/${QUARTER}/alignment`);
  await expect(page.locator('[data-network="central-africa"]')).toContainText("A common position on health cover.");
  await expectAccessible(page);

  // What a coordinator does on a board stands in the review at once.
  await coordinator.goto("/actions/LOB-3/move");
  const stage = coordinator.getByLabel("Stage");
  await stage.selectOption("under-way");
  await coordinator.getByRole("button", { name: "Move", exact: true }).click();
  await expect(coordinator).not.toHaveURL(/\/move$/);

  // The seat signs, takes it back, signs again; the administrator sees who has not, and closes.
  await seat.goto(`/reviews/${QUARTER}`);
  await hydrated(seat);
  await seat.getByRole("button", { name: "Sign off" }).click();
  await expect(seat.getByText("You have signed off.")).toBeVisible();
  await seat.getByRole("button", { name: "Take the sign-off back" }).click();
  await expect(seat.getByText("Your sign-off is taken back.")).toBeVisible();
  await seat.getByRole("button", { name: "Sign off" }).click();
  await expect(seat.locator("[data-signed]")).toHaveCount(1);
  await page.goto(`/reviews/${QUARTER}/close`);
  await hydrated(page);
  await expect(page.getByText("11 seats have not signed off")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Close and freeze" }).click();
  await expect(page.getByText("The review is closed.")).toBeVisible();
  const again = await page.context().request.post(`/reviews/${QUARTER}/close`, {
    form: { sure: "yes" },
    headers: { Origin: server.origin },
  });
  expect(again.status()).toBe(409);
  expect(await again.text()).toContain("closed this review");

  // The plan goes on; what was closed does not.
  const shown = async () => {
    await seat.goto(`/reviews/${QUARTER}`);
    return await seat.locator("main").textContent();
  };
  const frozen = await shown();
  expect(frozen).toContain("LOB-3");
  await coordinator.goto("/actions/LOB-3/move");
  await coordinator.getByLabel("Stage").selectOption("dropped");
  await coordinator.locator("textarea").first().fill("Overtaken by the new law.");
  await coordinator.getByRole("button", { name: "Move", exact: true }).click();
  await expect(coordinator).not.toHaveURL(/\/move$/);
  expect(await shown()).toBe(frozen);
  await expect(seat.getByRole("button", { name: "Sign off" })).toHaveCount(0);

  // A correction stands beside it, dated.
  await page.goto(`/reviews/${QUARTER}`);
  await hydrated(page);
  await page.getByText("Add a correction").click();
  await page.getByLabel("Correction", { exact: true }).fill("The seat of Asia was there too.");
  await page.getByRole("button", { name: "Add the correction" }).click();
  await expect(page.locator(".corrections li")).toContainText("The seat of Asia was there too.");
  await expectAccessible(page);
  for (const other of [coordinator, seat, member]) await other.context().close();
});

test("two coordinators prepare at once: the second is told, sees both, and loses nothing", async ({
  page,
  browser,
  signIn,
  server,
}) => {
  await signIn("eval-admin");
  await page.goto("/");
  await open(page, server.origin);
  const other = await (await browser.newContext({ baseURL: server.origin, locale: "en-GB" })).newPage();
  await signIn("eval-coordinator-asia", other);
  await Promise.all([page.goto(`/reviews/${QUARTER}/prepare`), other.goto(`/reviews/${QUARTER}/prepare`)]);
  await hydrated(other);
  await page.getByLabel("Link to the video meeting").fill("https://meet.example.org/first");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await other.getByLabel("Link to the video meeting").fill("https://meet.example.org/second");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByRole("alert")).toContainText("https://meet.example.org/first");
  await expect(other.getByLabel("Link to the video meeting")).toHaveValue("https://meet.example.org/second");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.")).toBeVisible();
  await other.context().close();
});

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("no page of a review scrolls sideways", async ({ page, signIn, server }) => {
    await signIn("eval-admin");
    await page.goto("/");
    await open(page, server.origin);
    for (const path of ["", "?board=lobbying", "/prepare", "/close", "/alignment", "/alignment/asia"]) {
      await page.goto(`/reviews/${QUARTER}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
    }
    await page.goto("/reviews");
    await page.getByText("Menu").click();
    await expect(page.locator(".menu").getByRole("link", { name: "Reviews" })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the agenda is arranged, the review opened, signed and closed by plain forms", async ({
    page,
    signIn,
    server,
  }) => {
    await signIn("eval-admin");
    await page.goto(`/reviews/${QUARTER}/open`);
    await page.getByRole("button", { name: "Move Views of the continents down" }).click();
    await page.getByRole("button", { name: "Remove Sign-off" }).click();
    await page.getByRole("button", { name: "Open the review" }).click();
    await expect(page.locator(".agenda li").first()).toContainText("Lobbying");
    await expect(page.locator(".agenda li")).toHaveCount(7);
    await signIn("eval-committee");
    await page.goto(`/reviews/${QUARTER}`);
    await page.getByRole("button", { name: "Sign off" }).click();
    await expect(page.getByText("You have signed off.")).toBeVisible();
    await signIn("eval-admin");
    await page.goto(`/reviews/${QUARTER}/close`);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Close and freeze" }).click();
    await expect(page.locator(".frozen-foot")).toContainText(/[0-9a-f]{64}/);
    expect(server.origin).toBeTruthy();
  });
});
