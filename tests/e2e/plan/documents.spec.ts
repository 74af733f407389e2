import { readFileSync } from "node:fs";
import { DOC, PDF, PNG, pdfOf, SCRIPT } from "../../support/files.ts";
import { Visitor } from "../../support/visitor.ts";
import { chooseFile, expect, expectAccessible, expectFits, hydrated, test, tryNow } from "../support/test.ts";

/* Talking about an action and adding its documents: with a script and without, on a phone and at a desk. */

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const MB = 1024 * 1024;

/** Of the first comment, which its author can edit and withdraw too. */
const REPLY_TEXT = "#comment-1 form:has([name=replyTo]) textarea";
const REPLY_BUTTON = "#comment-1 form:has([name=replyTo]) button[value=comment]";

test("a member comments and replies from a phone without JavaScript", async ({ browser, server, signIn }) => {
  const context = await browser.newContext({ ...PHONE, baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn("eval-member-nepal", page);
  await page.goto("/actions/LRN-2");
  await page.locator("#talk > form textarea").fill("In Nepal it began.\nWho else?");
  await page.locator("#talk > form button[value=comment]").click();
  await expect(page).toHaveURL(/comment=1#comment-1$/);
  await expect(page.locator("#comment-1 .as-written")).toHaveText("In Nepal it began.\nWho else?");

  await page.locator("#comment-1 summary").first().click();
  await page.locator(REPLY_BUTTON).click();
  const problem = page.locator("#comment-1 .problem");
  await expect(problem).toBeVisible();
  await expect(page.locator(REPLY_TEXT)).toHaveAttribute(
    "aria-describedby",
    new RegExp(`${await problem.getAttribute("id")}$`),
  );
  await page.locator(REPLY_TEXT).fill("India does.");
  await page.locator(REPLY_BUTTON).click();
  await expect(page.locator(".replies #comment-2")).toContainText("India does.");
  await expectFits(page);
  await context.close();
});

test("what was typed in a reply survives a line that drops", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/actions/LRN-2");
  await hydrated(page);
  await page.locator("#talk > form textarea").fill("First.");
  await page.locator("#talk > form button[value=comment]").click();
  await page.locator("#comment-1 summary").first().click();
  await page.locator(REPLY_TEXT).fill("A reply.");
  await page.route("**/actions/**", (route) => route.abort());
  await page.locator(REPLY_BUTTON).click();
  await expect(page.getByText("No connection. Your text is kept")).toBeVisible();
  await expect(page.locator(REPLY_TEXT)).toHaveValue("A reply.");
  await page.unroute("**/actions/**");
  await tryNow(page);
  await expect(page.locator(".replies")).toContainText("A reply.");
});

for (const javaScriptEnabled of [true, false]) {
  test(`a coordinator adds a PDF and downloads it, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    server,
    signIn,
  }) => {
    const context = await browser.newContext({ ...PHONE, baseURL: server.origin, javaScriptEnabled });
    const page = await context.newPage();
    await signIn("eval-coordinator-asia", page);
    await page.goto("/actions/LRN-2/documents");
    if (javaScriptEnabled) {
      await hydrated(page);
      await expectAccessible(page);
    }
    const form = page.locator("form[enctype]");
    await form.locator("[name=title]").fill("A report");
    await form.locator("[name=source]").fill("Our workshop");
    const choose = (name: string, content: Buffer) => chooseFile(form.locator("[type=file]"), name, content);
    for (const [name, content] of [
      ["false.pdf", SCRIPT],
      ["large.pdf", pdfOf(10 * MB + 1)],
      ["larger.pdf", pdfOf(12 * MB)],
    ] as const) {
      await choose(name, content);
      await form.locator("button").click();
      const problem = form.locator(".problem");
      await expect(problem).toContainText(name === "false.pdf" ? "By its content" : "larger than 10 MB");
      await expect(form.locator("[type=file]")).toHaveAttribute("aria-invalid", "true");
    }
    await form.locator("[name=title]").fill("A report");
    await choose("informe año.pdf", PDF);
    await form.locator("button").click();
    await expect(page).toHaveURL(/\?done=added$/);

    await page.goto("/actions/LRN-2");
    const link = page.locator("#documents a[download]");
    await expect(link).toHaveText("A report");
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("informe año.pdf");
    expect(readFileSync(await download.path())).toEqual(PDF);

    await page.goto("/actions/LRN-2/documents");
    await page.locator("[data-document] summary").click();
    await page.locator("[data-document] form button").click();
    await expect(page).toHaveURL(/\?done=removed$/);
    await expect(page.locator("[data-document]")).toHaveCount(0);
    await context.close();
  });
}

test("over real HTTP: a download is never a page, an observer adds nothing, and no other address takes 11 MB", async ({
  server,
}) => {
  const coordinator = await new Visitor(server).signIn("eval-coordinator-asia");
  const observer = await new Visitor(server).signIn("eval-observer");
  const form = (content: Buffer, name = "a.pdf") => {
    const body = new FormData();
    for (const [field, value] of Object.entries({ intent: "file", title: "A report", language: "en" }))
      body.set(field, value);
    body.set("file", new File([new Uint8Array(content)], name));
    return body;
  };
  const path = "/actions/LRN-2/documents";
  expect((await observer.send(path, form(PDF))).status).toBe(403);
  expect((await coordinator.send(path, form(PDF, '../../ü;".pdf'))).status).toBe(302);
  const found = await observer.get("/documents/1");
  expect(found.status).toBe(200);
  expect(Buffer.from(await found.arrayBuffer())).toEqual(PDF);
  expect(found.headers.get("Content-Type")).toBe("application/pdf");
  expect(found.headers.get("Content-Disposition")).toMatch(/^attachment; .*filename\*=UTF-8''%C3%BC/);
  expect(found.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(found.headers.get("Content-Security-Policy")).toContain("default-src 'none'; sandbox");
  const nobody = await new Visitor(server).get("/documents/1");
  expect(nobody.headers.get("Location")).toContain("/sign-in");
  for (const strange of ["0", "2", "1e0", "..%2F..%2Fplan.db", "9".repeat(30)])
    expect((await coordinator.get(`/documents/${strange}`)).status, strange).toBe(404);

  for (const [bytes, status] of [
    [10 * MB, 302],
    [10 * MB + 1, 413],
    [12 * MB, 413],
  ] as const)
    expect((await coordinator.send(path, form(pdfOf(bytes)))).status, String(bytes)).toBe(status);
  for (const other of ["/actions/LRN-2", "/actions/LRN-2/edit", "/settings"])
    expect((await coordinator.send(other, form(pdfOf(MB)))).status, other).toBe(413);
  expect((await new Visitor(server).send(path, form(pdfOf(MB)))).headers.get("Location")).toContain("/sign-in");
});

test("several files are dropped and sent one by one, and what is wrong with one keeps none of the others", async ({
  page,
  signIn,
}) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/actions/LRN-2/documents");
  await hydrated(page);
  const form = page.locator("form[enctype]");
  const files = [
    { name: "report.pdf", bytes: [...PDF] },
    { name: "script.pdf", bytes: [...SCRIPT] },
    { name: "photo.png", bytes: [...PNG] },
  ];
  const transfer = await page.evaluateHandle((all) => {
    const dropped = new DataTransfer();
    for (const { name, bytes } of all) dropped.items.add(new File([new Uint8Array(bytes)], name));
    return dropped;
  }, files);
  for (const type of ["dragover", "drop"]) await form.dispatchEvent(type, { dataTransfer: transfer });
  await form.locator("button").click();
  const sent = form.locator(".files-sent li");
  await expect(sent).toHaveText([/report\.pdf file added/, /script\.pdf By its content/, /photo\.png file added/]);
  await expect(page.locator("[data-document]")).toHaveCount(2);

  // A picture is fetched once its preview is opened, and drawn.
  const preview = page.locator("[data-document]", { hasText: "photo.png" }).locator("details.document-preview");
  await preview.locator("summary").click();
  await expect(preview.locator("img")).toHaveJSProperty("naturalWidth", 1);
  await expect(page.getByRole("link", { name: "Open in the browser report.pdf" })).toHaveAttribute(
    "href",
    "/documents/1/preview",
  );
  await expectAccessible(page);
});

test("over real HTTP: a preview draws what its content shows, fetches and runs nothing, and is of few types", async ({
  server,
}) => {
  const coordinator = await new Visitor(server).signIn("eval-coordinator-asia");
  const path = "/actions/LRN-2/documents";
  const add = async (content: Buffer, name: string) => {
    const body = new FormData();
    for (const [field, value] of Object.entries({ intent: "file", title: "", language: "" })) body.set(field, value);
    body.set("file", new File([new Uint8Array(content)], name));
    expect((await coordinator.send(path, body)).status).toBe(302);
  };
  await add(PDF, "a.pdf");
  await add(PNG, "b.png");
  await add(DOC, "c.doc");
  const pdf = await coordinator.get("/documents/1/preview");
  expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
  expect(pdf.headers.get("Content-Disposition")).toBe("inline");
  expect(pdf.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(pdf.headers.get("Content-Security-Policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  );
  const picture = await coordinator.get("/documents/2/preview");
  expect(picture.headers.get("Content-Type")).toBe("image/png");
  expect(picture.headers.get("Content-Security-Policy")).toContain("default-src 'none'; sandbox");
  expect((await coordinator.get("/documents/3/preview")).status).toBe(404);
  expect((await new Visitor(server).get("/documents/1/preview")).headers.get("Location")).toContain("/sign-in");
});
