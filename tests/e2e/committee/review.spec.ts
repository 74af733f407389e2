import { createHash } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { quarterOf } from "~/lib/quarter.ts";
import { openDatabase } from "~db/connection.ts";
import { networks, people, settings } from "~db/schema.ts";
import { tieSeat } from "../../support/review-rows.ts";
import { type EvaluationRole, expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

/** The quarter that is under way: what is changed on a board is part of its review. */
const QUARTER = quarterOf(new Date());
const DECISION = "We wait until a host is found.";

/**
 * A second seat, of Latin America, at an account of its own; a quorum of two for the reviews opened from now on; and a member of
 * a network of Central Africa, whose continent the account of the committee speaks for. Returns the seat's id.
 */
function seatLatinAmerica(databaseFile: string): number {
  const db = openDatabase(databaseFile);
  const continent = db.select().from(networks).where(eq(networks.slug, "central-africa")).get();
  const country = db
    .select()
    .from(networks)
    .where(eq(networks.parentId, continent?.id ?? 0))
    .get();
  db.update(people)
    .set({ networkId: country?.id ?? 0 })
    .where(eq(people.id, "eval-member-nepal"))
    .run();
  const value = { rule: "continental-consent", quorum: 2 };
  db.insert(settings)
    .values({ name: "decisionRule", value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run();
  const seat = tieSeat(db, "latin-america", "eval-member-guatemala");
  db.$client.close();
  return seat;
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

/** A quarter's pack in each of its kinds of files, by their SHA-256. */
async function packOf(page: Page): Promise<string[]> {
  const files = ["pack.nl.docx", "pack.fr.docx", "pack.es.html", "pack.en.xlsx", "pack-decisions.en.csv"];
  const sums: string[] = [];
  // One after the other: only so many documents are made at once for one person.
  for (const file of files) {
    const answer = await page.context().request.get(`/reviews/${QUARTER}/pack/${file}`);
    expect(answer.status(), file).toBe(200);
    sums.push(
      createHash("sha256")
        .update(await answer.body())
        .digest("hex"),
    );
  }
  return sums;
}

test("a whole quarter, from opening to the closed pack: two seats and a coordinator at once, a seat objects, the rule holds", async ({
  page,
  browser,
  signIn,
  server,
}) => {
  const contexts: BrowserContext[] = [];
  const as = async (role: EvaluationRole) => {
    const context = await browser.newContext({ baseURL: server.origin, locale: "en-GB" });
    contexts.push(context);
    const other = await context.newPage();
    await signIn(role, other);
    return other;
  };
  const america = seatLatinAmerica(server.databaseFile);

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
  const member = await as("eval-member-nepal");
  await member.goto(`/reviews/${QUARTER}/alignment/central-africa`);
  await hydrated(member);
  await expect(member.getByLabel("What we ask of the committee")).toHaveCount(0);
  await member.getByLabel("Your comment").fill("And for those without papers.");
  await member.getByRole("button", { name: "Comment" }).click();
  await expect(member.locator(".comment")).toContainText("And for those without papers.");

  // What a coordinator does on a board stands in the review at once.
  await coordinator.goto("/actions/LOB-3/move");
  await coordinator.getByLabel("Stage").selectOption("under-review");
  await coordinator.getByRole("button", { name: "Move", exact: true }).click();
  await expect(coordinator).not.toHaveURL(/\/move$/);

  // In the meeting: who is there, and one item at a time on every screen.
  const other = await as("eval-member-guatemala");
  for (const one of [seat, other, coordinator]) {
    await one.goto(`/reviews/${QUARTER}/meeting`);
    await hydrated(one);
  }
  await seat.getByRole("button", { name: "I am here" }).click();
  await expect(seat.getByRole("button", { name: "I leave" })).toBeVisible();
  await other.getByRole("button", { name: "I am here" }).click();
  for (const one of [seat, coordinator])
    await expect(one.locator(`[data-seat="${america}"][data-present]`)).toBeVisible();
  await expect(seat.locator(".who-is-there .count")).toContainText("2 of 12");
  await seat.keyboard.press("ArrowRight");
  await expect(seat.getByRole("heading", { level: 1 })).toHaveText("Lobbying");
  await expect(seat.locator(".elsewhere")).toContainText("The meeting is at 1,");
  await coordinator.getByRole("button", { name: "On to the next item, for all" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Lobbying");
  await expect(seat.locator(".elsewhere")).toHaveCount(0);
  await seat.locator('[data-action="LOB-3"]').getByRole("button", { name: "At risk" }).click();
  for (const one of [other, coordinator]) await expect(one.locator('[data-action="LOB-3"]')).toContainText("At risk");

  // A decision that would put the action on hold: the other seat is told, and objects, not without a reason.
  await seat.goto(`/reviews/${QUARTER}/decisions/new?action=LOB-3`);
  await hydrated(seat);
  await seat.getByLabel("What is to be decided").fill(DECISION);
  await seat.getByText("What it changes in the plan").click();
  const change = seat.locator(".change-row").first();
  await change.getByLabel("Action").fill("LOB-3");
  await change.getByLabel("Stage").selectOption("on-hold");
  await seat.getByRole("button", { name: "Propose it" }).click();
  await expect(seat.getByText("Please give a reason, so that everyone can understand why.")).toBeVisible();
  await change.getByLabel("Result or reason").fill("No host was found.");
  await seat.getByRole("button", { name: "Propose it" }).click();
  await expect(seat.locator(".missing:not(.to-reject)")).toContainText(
    "Latin America and Central Africa have not spoken yet.",
  );
  const path = new URL(seat.url()).pathname;
  await hydrated(seat);
  await other.goto("/notices");
  await other.getByRole("link", { name: new RegExp(DECISION) }).click();
  await other.getByLabel("Objection").check();
  await other.getByRole("button", { name: "Say it" }).click();
  await expect(other.getByText("An objection gives its reason")).toBeVisible();
  await other.getByLabel("Reason", { exact: true }).fill("Two hosts have offered.");
  await other.getByRole("button", { name: "Say it" }).click();
  await expect(other.locator(".missing:not(.to-reject)")).toContainText("object");
  await expect(seat.locator(".missing:not(.to-reject)")).toContainText("(Latin America) objects.");
  await expect(seat.locator(".seat-positions")).toContainText("Two hosts have offered.");

  // The rule holds: one seat's consent does not carry it, whatever is sent.
  await seat.getByLabel("Consent").check();
  await seat.getByRole("button", { name: "Say it" }).click();
  await expect(seat.getByText("It is said.")).toBeVisible();
  await expect(seat.getByRole("button", { name: /Adopt it/ })).toHaveCount(0);
  const refused = await seat.context().request.post(`${server.origin}${path}`, {
    form: { intent: "adopt", version: "1" },
    headers: { Origin: server.origin },
  });
  expect(refused.status()).toBe(422);
  await expect(seat.locator(".decision-page")).toHaveAttribute("data-state", "proposed");

  // The objection is taken back, and the plan follows.
  await other.getByLabel("Consent").check();
  await other.getByRole("button", { name: "Say it" }).click();
  await expect(other.locator(".missing:not(.to-reject)")).toHaveCount(0);
  await seat.getByRole("button", { name: "Adopt it and change the plan" }).click();
  await expect(seat.locator(".decision-page")).toHaveAttribute("data-state", "adopted");
  await expect(other.locator(".decision-page")).toHaveAttribute("data-state", "adopted");
  await seat.goto("/actions/LOB-3");
  await expect(seat.locator("#decisions")).toContainText("Adopted");
  const moved = seat.locator(".event", { hasText: "Under review → On hold" });
  await expect(moved).toContainText("No host was found.");
  await moved.getByRole("link", { name: "the committee’s decision" }).click();
  await expect(seat).toHaveURL(new RegExp(`${path}$`));

  // The seats sign; the administrator sees who has not, and closes.
  for (const one of [seat, other]) {
    await one.goto(`/reviews/${QUARTER}`);
    await hydrated(one);
    await one.getByRole("button", { name: "Sign off" }).click();
    await expect(one.getByText("You have signed off.")).toBeVisible();
  }
  await page.goto(`/reviews/${QUARTER}/close`);
  await hydrated(page);
  await expect(page.getByText("10 seats have not signed off")).toBeVisible();
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

  // The pack shows the decision and the figures of the quarter.
  await seat.goto(`/reviews/${QUARTER}/pack`);
  await expect(seat.locator("#decisions")).toContainText(DECISION);
  await expect(seat.locator("#decisions")).toContainText("No host was found.");
  await expect(seat.locator("section[data-board=lobbying]")).toContainText("LOB-3");
  await expect(seat.locator("section[data-board=lobbying]")).toContainText("At risk");
  await expect(seat.locator("#views")).toContainText("A common position on health cover.");
  await expect(seat.locator("#verify code").first()).toHaveText(/^[0-9a-f]{64}$/);

  // The plan goes on; what was closed does not, on the page and in every file.
  const shown = async () => {
    await seat.goto(`/reviews/${QUARTER}`);
    return await seat.locator("main").textContent();
  };
  const [frozen, files] = [await shown(), await packOf(page)];
  expect(frozen).toContain("LOB-3");
  await coordinator.goto("/actions/LOB-3/move");
  await coordinator.getByLabel("Stage").selectOption("dropped");
  await coordinator.locator("textarea").first().fill("Overtaken by the new law.");
  await coordinator.getByRole("button", { name: "Move", exact: true }).click();
  await expect(coordinator).not.toHaveURL(/\/move$/);
  expect(await shown()).toBe(frozen);
  expect(await packOf(page)).toEqual(files);
  await expect(seat.getByRole("button", { name: "Sign off" })).toHaveCount(0);

  // A correction stands beside it, dated.
  await page.goto(`/reviews/${QUARTER}`);
  await hydrated(page);
  await page.getByText("Add a correction").click();
  await page.getByLabel("Correction", { exact: true }).fill("The seat of Asia was there too.");
  await page.getByRole("button", { name: "Add the correction" }).click();
  await expect(page.locator(".corrections li")).toContainText("The seat of Asia was there too.");
  await expectAccessible(page);
  for (const context of contexts) await context.close();
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
    for (const path of ["/reviews", "/decisions", "/reports"]) {
      await page.goto(path);
      await expect(page.locator(".nothing-yet")).toBeVisible();
      await expectFits(page, path);
    }
    await open(page, server.origin);
    for (const path of ["", "?board=lobbying", "/prepare", "/close", "/alignment", "/alignment/asia"]) {
      await page.goto(`/reviews/${QUARTER}${path}`);
      await expectFits(page, path);
    }
    await page.goto("/reviews");
    await page.getByText("Menu").click();
    await expect(page.locator(".menu").getByRole("link", { name: "Reviews" })).toBeVisible();
    await page.locator(".menu").getByRole("link", { name: "Decisions", exact: true }).click();
    await expect(page).toHaveURL(/\/decisions$/);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the agenda is arranged, the review opened, signed and closed by plain forms", async ({ page, signIn }) => {
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
  });
});
