import type { Browser, Page } from "@playwright/test";
import { headerOf, type MailServer, recipientOf, startMailServer } from "../../support/mail.ts";
import { startServer } from "../../support/server.ts";
import { addressOf, withOrganisationsOfGuatemala } from "../support/guatemala.ts";
import { test as base, type EvaluationRole, expect, expectAccessible, expectFits, hydrated } from "../support/test.ts";

/*
 * The whole way of a suggestion, from a phone in Guatemala to a change of the plan and on to what came of it: with a script
 * and without, on a screen of 360 px. Everyone reads in their own language; forms are found by the names of their fields.
 */

const test = base.extend<{ mail: MailServer; as: (role: EvaluationRole, javaScript: boolean) => Promise<Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern.
  mail: async ({}, use) => {
    const mail = await startMailServer();
    await use(mail);
    await mail.close();
  },
  server: async ({ mail }, use) => {
    const server = await startServer({
      prepare: withOrganisationsOfGuatemala,
      env: { SMTP_URL: mail.url, MAIL_GRACE_MS: "0" },
    });
    await use(server);
    await server.stop();
  },
  as: async ({ browser, server, signIn }, use) => {
    const opened: Awaited<ReturnType<Browser["newContext"]>>[] = [];
    await use(async (role, javaScriptEnabled) => {
      const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
      const context = await browser.newContext({ ...phone, baseURL: server.origin, javaScriptEnabled });
      opened.push(context);
      const page = await context.newPage();
      await signIn(role, page);
      return page;
    });
    for (const context of opened) await context.close();
  },
});

for (const javaScript of [true, false]) {
  test(`from a member in Guatemala to the plan and back, ${javaScript ? "with" : "without"} JavaScript`, async ({
    as,
    mail,
  }) => {
    test.slow();
    const live = (page: Page) => (javaScript ? hydrated(page) : Promise.resolve());
    const mailsTo = (role: EvaluationRole) =>
      mail.mails
        .filter((one) => recipientOf(one) === addressOf(role))
        .map(({ subject, text }) => `${subject}\n${text}`);

    const author = await as("eval-member-guatemala", javaScript);
    await author.goto("/actions/LOB-4");
    const before = (await author.locator("h1").textContent()) ?? "";
    await author.getByRole("link", { name: "Sugerir un cambio" }).click();
    await author.getByRole("link", { name: /^Una enmienda a LOB-4/ }).click();
    await live(author);
    await author.locator("[name=title]").fill("Que participen también las mutuales campesinas");
    await author.locator("[name=actionTitle]").fill(`${before}, con las mutuales campesinas`);
    await author.locator("details.texts summary").click();
    await author.locator("select[name=priority]").selectOption("high");
    await noSidewaysScroll(author);
    await author.locator("label[for=step-why]").click();
    await author.locator("[name=why]").fill("En el campo nadie las representa.");
    await author.locator("label[for=step-whom]").click();
    await expect(author.locator("[name=origin] option:checked")).toHaveText(/Guatemala/);
    await author.locator("[name=voice][value=mandated]").check();
    await author.locator("[name=mandateOn]").fill("2026-10-01");
    await author.locator("[name=mandateOccasion]").fill("Asamblea general");
    await author.locator("button[value=submit]").click();
    await expect(author).toHaveURL(/\/suggestions\/1\?/);
    await expect(author.locator("h1")).toHaveText("Que participen también las mutuales campesinas");
    await expect(author.locator("ins", { hasText: "con las mutuales campesinas" })).toBeVisible();
    await noSidewaysScroll(author);
    if (javaScript) await expectAccessible(author);

    const colleague = await as("eval-member-nepal", javaScript);
    await colleague.goto("/suggestions/1");
    await colleague.locator("button[value=support]").click();
    await expect(colleague.locator(".tallies p").first()).toContainText("1");
    await colleague.locator(".who-supports summary").click();
    await expect(colleague.locator(".who-supports")).toContainText("Organisation B");

    const coordinator = await as("eval-coordinator-west-africa", javaScript);
    await coordinator.goto("/suggestions/inbox");
    await expect(coordinator.locator("h1")).toHaveText("Boîte de réception");
    await coordinator.locator("[data-suggestion='1'] .answer-link").click();
    await live(coordinator);
    await coordinator.locator("[name=decision][value=partly-accepted]").check();
    await coordinator.locator("[name='take.title.es'][value=suggested]").check();
    await coordinator.locator("[name='take.priority'][value=now]").check();
    await coordinator.locator("[name='reason.fr']").fill("Le titre oui ; la priorité reste celle du comité.");
    await coordinator.locator("[name='reason.es']").fill("El título sí; la prioridad sigue siendo la del comité.");
    await noSidewaysScroll(coordinator);
    await coordinator.locator("button[value=preview]").click();
    await expect(coordinator.locator(".answer")).toContainText("Le titre oui");
    if (javaScript) await expectAccessible(coordinator);
    await coordinator.locator("button[value=publish]").click();
    // One stays in the inbox: the next suggestion opens, here there is none.
    await expect(coordinator).toHaveURL(/\/suggestions\/inbox\?answered=1$/);
    await expect(coordinator.locator(".notice")).toContainText("S-1");
    await coordinator.goto("/suggestions/1");
    // The answer stands whole on this page: its latest events do not repeat it.
    await expect(coordinator.getByText("la priorité reste celle du comité")).toHaveCount(1);

    // The plan has changed in the chosen field, and only there; its history names the suggestion.
    await author.goto("/actions/LOB-4");
    await expect(author.locator("h1")).toHaveText(`${before}, con las mutuales campesinas`);
    await expect(author.locator(".around")).toContainText("S-1");
    await author.goto("/actions/LOB-4/history");
    const newest = author.locator(".event").first();
    await expect(newest).toContainText("S-1");
    await expect(newest).not.toContainText("Prioridad");

    await expect.poll(() => mailsTo("eval-member-guatemala").join("\n")).toContain("El título sí");
    const told = mailsTo("eval-member-guatemala").find((text) => text.includes("El título sí")) ?? "";
    expect(told).toContain("Aceptada en parte");
    expect(told).not.toContain("Le titre oui");

    // Later the action is done, and the author hears of it.
    await coordinator.goto("/actions/LOB-4/move");
    await coordinator.locator("select[name=stage]").selectOption("done");
    await coordinator.locator("[name=outcome]").fill("Les mutuelles paysannes ont pris part.");
    await coordinator.locator("main form button.solid").click();
    await expect(coordinator).toHaveURL(/\/actions\/LOB-4|\/boards\/lobbying/);
    await expect
      .poll(() => mailsTo("eval-member-guatemala").at(-1))
      .toContain("Les mutuelles paysannes ont pris part.");
    expect(mailsTo("eval-member-guatemala").at(-1)).toContain("Realizada");
    await expect.poll(() => mailsTo("eval-member-nepal").at(-1)).toContain("Done");
    // One click in a mail program stops the mails: a bare request, without a cookie or an origin.
    const [, stop = ""] = /^<(.+)>$/.exec(headerOf(mail.mails.at(-1), "list-unsubscribe") ?? "") ?? [];
    const stopped = await fetch(stop, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    expect(stopped.status).toBe(200);

    await author.goto("/notices");
    await expect(author.locator("main")).toContainText("LOB-4");
    await author.goto("/suggestions?mine");
    await expect(author.locator("[data-suggestion='1']")).toContainText("Realizada");
    await noSidewaysScroll(author);
  });
}

async function noSidewaysScroll(page: Page): Promise<void> {
  await expectFits(page);
}
