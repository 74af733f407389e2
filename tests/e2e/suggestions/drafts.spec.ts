import Sqlite from "better-sqlite3";
import { type HtmlForm, postForms } from "../../support/html-forms.ts";
import type { RunningServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";
import { expect, hydrated, test } from "../support/test.ts";

/* Drafts of suggestions: nobody loses one by a slip, and none outlives what was submitted. */

const MEMBER = "eval-member-nepal";
const NEW = "/suggestions/new?kind=remark&board=lobbying";

function draftsIn(server: RunningServer): number {
  const client = new Sqlite(server.databaseFile, { readonly: true });
  const { n } = client.prepare("select count(*) n from drafts").get() as { n: number };
  client.close();
  return n;
}

/** The form of a suggestion as the server wrote it, with other fields. */
function filledIn(html: string, submitted: Record<string, string>): [string, string][] {
  const form = postForms(html, NEW).find(({ texts }) => texts.includes("why")) as HtmlForm;
  return [...form.fields.filter(([name]) => !(name in submitted)), ...Object.entries(submitted)];
}

test("throwing a draft away asks first, without scripts too", async ({ page, server, signIn }) => {
  const visitor = await new Visitor(server).signIn(MEMBER);
  const html = await (await visitor.get(NEW)).text();
  await visitor.post(
    "/suggestions/new?kind=remark",
    filledIn(html, { title: "Half", why: "A thought", intent: "draft" }),
  );
  const list = await (await visitor.get("/suggestions?mine")).text();
  const [folded = ""] = /<details class="throw-away">[\s\S]*?<\/details>/.exec(list) ?? [];
  expect(folded).toContain('value="forget"');
  expect(list.replace(folded, "")).not.toContain('value="forget"');

  await signIn(MEMBER);
  await page.goto("/suggestions?mine");
  await hydrated(page);
  await page.locator(".throw-away summary").click();
  await expect(page.getByText("The text of this draft cannot be brought back.")).toBeVisible();
  expect(draftsIn(server)).toBe(1);
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.locator(".throw-away")).toHaveCount(0);
  expect(draftsIn(server)).toBe(0);
});

test("a draft whose answer was lost is gone with what is submitted, also after a submit that was refused", async ({
  server,
}) => {
  const visitor = await new Visitor(server).signIn(MEMBER);
  const html = await (await visitor.get(NEW)).text();
  const before = draftsIn(server);
  // The page never hears of the draft that this makes.
  await visitor.post("/suggestions/drafts", filledIn(html, { title: "Half", intent: "draft" }));
  expect(draftsIn(server)).toBe(before + 1);
  const refused = await visitor.post(
    NEW,
    filledIn(html, { title: "Whole", why: "", voice: "personal", intent: "submit" }),
  );
  expect(refused.status).toBe(422);
  const again = filledIn(await refused.text(), { why: "It is one.", intent: "submit" });
  const sent = await visitor.post(NEW, again);
  expect(sent.headers.get("Location")).toMatch(/^\/suggestions\/\d+/);
  expect(draftsIn(server)).toBe(before);
});

test("a submit from the last step that is refused opens the step, and says that the draft is there", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(MEMBER);
  await page.goto(NEW);
  await hydrated(page);
  await page.getByText("2. Why").click();
  await page.getByLabel("Your remark").fill("Only this.");
  await expect(page).toHaveURL(/draft=\d+/);
  await page.getByText("3. For whom").click();
  await page.getByRole("button", { name: "Submit" }).click();
  const title = page.getByLabel("In one line");
  await expect(title).toBeFocused();
  await expect(title).toBeVisible();
  await expect(title).toHaveAccessibleDescription(/give a title/);
  await expect(page.getByText("Not submitted yet: some fields need another look.")).toBeVisible();
  await expect(page.getByText("Nothing was saved yet")).toHaveCount(0);
});

test("a reference that no action has is answered beside its field, with what was typed", async ({ page, signIn }) => {
  await signIn(MEMBER);
  await page.goto("/suggestions/new");
  await hydrated(page);
  const field = page.getByLabel("The action’s reference, such as LOB-3");
  await field.fill("lob 999");
  await page.getByRole("button", { name: "Amend it" }).click();
  await expect(field).toHaveAccessibleDescription(/no action with this reference/);
  await expect(field).toHaveValue("lob 999");
  await field.fill("lob 3");
  await page.getByRole("button", { name: "Amend it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Suggest an amendment");
  expect((await page.request.get("/suggestions/new?kind=amendment&action=LOB-999")).status()).toBe(404);
});
