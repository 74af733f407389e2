import { readFileSync } from "node:fs";
import { PDF, pdfOf, SVG, svgWith } from "../../support/files.ts";
import { Visitor } from "../../support/visitor.ts";
import { chooseFile, expect, expectAccessible, expectFits, hydrated, test } from "../support/test.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const MB = 1024 * 1024;

for (const javaScriptEnabled of [true, false]) {
  test(`a version of the logo is added, and a member takes it, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    server,
    signIn,
  }) => {
    const context = await browser.newContext({
      ...(javaScriptEnabled ? {} : PHONE),
      baseURL: server.origin,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await signIn("eval-admin", page);
    await page.goto("/identity");
    await page.getByRole("link", { name: "The logo of INSP!R" }).click();
    await page.getByRole("link", { name: "Add a version" }).click();
    const form = page.locator("form[enctype]");
    if (javaScriptEnabled) {
      await hydrated(page);
      await expectAccessible(page);
    }
    const send = async (name: string, content: Buffer) => {
      await chooseFile(form.locator("[type=file]"), name, content);
      await form.getByRole("button", { name: "Add a version" }).click();
    };
    await form.getByLabel("Day").fill("2026-11-01");
    await form.getByLabel("What changed").fill("The colours.");
    for (const [name, content, said] of [
      ["logo.svg", svgWith("<script>1</script>"), "This drawing carries something that runs"],
      ["large.pdf", pdfOf(10 * MB + 1), "larger than 10 MB"],
    ] as const) {
      await send(name, content);
      await expect(form.locator(".problem")).toContainText(said);
      await expect(form.getByLabel("What changed")).toHaveValue("The colours.");
    }
    await send("INSP!R été.svg", SVG);
    await expect(page.locator("#versions")).toContainText("Current version: 1 Nov 2026");
    await expect(page.locator("#versions")).toContainText("The colours.");

    // Changed without another file, the file stays.
    await page
      .locator("#versions")
      .getByRole("link", { name: /^Change/ })
      .click();
    await expect(form).toContainText("Now: INSP!R été.svg.");
    await form.getByLabel("Day").fill("2026-11-02");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.locator("#versions")).toContainText("Current version: 2 Nov 2026");
    await expectFits(page);

    await signIn("eval-member-nepal", page);
    await page.goto("/identity");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Take it.*The logo of INSP!R$/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("INSP!R été.svg");
    expect(readFileSync(await download.path())).toEqual(SVG);
    await page.getByRole("link", { name: "The logo of INSP!R", exact: true }).click();
    await expect(page.getByRole("link", { name: "Add a version" })).toHaveCount(0);
    await context.close();
  });
}

test("who was second is shown how it stands, with what they typed", async ({ page, server, signIn }) => {
  const other = await new Visitor(server).signIn("eval-admin");
  const form = (more: Record<string, string>) => {
    const body = new FormData();
    const fields = { intent: "add", day: "2026-11-01", changed: "First.", language: "en", ...more };
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return body;
  };
  const first = form({});
  first.set("file", new File([new Uint8Array(PDF)], "a.pdf"));
  await other.send("/identity/15/parts/versions", first);
  await signIn("eval-admin");
  await page.goto("/identity/15");
  await page.locator("#versions").getByRole("link", { name: "Change" }).click();
  await hydrated(page);
  const part = await page.locator("[name=part]").inputValue();
  await other.send("/identity/15/parts/versions", form({ intent: "edit", part, version: "1", changed: "Theirs." }));
  await page.getByLabel("What changed").fill("Mine.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Somebody changed it meanwhile.");
  await expect(page.locator(".part-said")).toContainText("Theirs.");
  await expect(page.getByLabel("What changed")).toHaveValue("Mine.");
});

test("over real HTTP: a drawing is never a page, whoever is signed out takes nothing, and sizes are told", async ({
  server,
}) => {
  const admin = await new Visitor(server).signIn("eval-admin");
  const path = "/identity/15/parts/versions";
  const form = (content: Buffer, name: string) => {
    const body = new FormData();
    for (const [field, value] of Object.entries({ intent: "add", day: "2026-11-01", language: "en" }))
      body.set(field, value);
    body.set("file", new File([new Uint8Array(content)], name));
    return body;
  };
  expect((await admin.send(path, form(SVG, "logo.svg"))).status).toBe(302);
  const page = await (await admin.get("/identity/15")).text();
  const address = /\/identity\/15\/files\/\d+/.exec(page)?.[0] ?? "";
  const found = await admin.get(address);
  expect(found.headers.get("Content-Type")).toBe("image/svg+xml");
  expect(found.headers.get("Content-Disposition")).toContain("attachment");
  expect(found.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(found.headers.get("Content-Security-Policy")).toContain("default-src 'none'; sandbox");
  expect((await new Visitor(server).get(address)).headers.get("Location")).toContain("/sign-in");
  expect((await admin.get(address.replace("/15/", "/16/"))).status).toBe(404);
  for (const [bytes, status] of [
    [10 * MB + 1, 413],
    [12 * MB, 413],
  ] as const) {
    const answer = await admin.send(path, form(pdfOf(bytes), "a.pdf"));
    expect(answer.status, String(bytes)).toBe(status);
    expect(await answer.text()).toContain("larger than 10 MB");
  }
  // Half a form, and one with two files, are the sender's fault.
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  expect((await admin.post(path, {}, headers)).status).toBe(400);
  expect((await admin.send("/identity/15", form(pdfOf(MB), "a.pdf"))).status).toBe(413);
});
