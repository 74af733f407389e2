import type { Page } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { type HtmlForm, postForms } from "../../support/html-forms.ts";
import type { RunningServer } from "../../support/server.ts";
import { AREAS, type Area, everyForm, type FoundForm, formsIn, prepareForms } from "../support/every-form.ts";
import { type EvaluationRole, expect, hydrated, test } from "../support/test.ts";

/*
 * Every form in which something can be typed, in a browser: typed in before the scripts arrive, and sent by two presses while the line is
 * down. Nothing typed is lost on the way, and it is carried out once when the line is back. The first forms of each area meet an ended
 * session besides, whose way is the same for all: every-form.spec.ts takes each form through it by HTTP, at a fraction of the time.
 */

const THROUGH_SIGN_IN = 2;
const MARK = "Typed before the scripts";

/**
 * Two presses of a fetcher's form, both before the router knows the page's routes, are both sent (with one key). When both answers are a
 * redirect, as for an ended session, the router of Remix 2 fails with "Expected fetcher", and the page waits for one press more.
 */
const PRESSED_ONCE = new Set(["/reviews/2020-Q4/meeting?item=2"]);

/** With scripts a move asks for its reason only where the chosen stage needs one (lost-line.spec.ts types there). */
const AWAY_WITH_SCRIPTS: Partial<Record<Area, string[]>> = {
  plan: ["/boards/lobbying?move=LOB-3", "/actions/LOB-3/move"],
};

for (const area of Object.keys(AREAS) as Area[]) {
  test(`every form of ${area} keeps what is typed through late scripts and a lost line, and is sent once`, async ({
    page,
    server,
    signIn,
  }) => {
    await prepareForms(server);
    const forms = (await everyForm(server, { area, mostOfAModule: 1 })).filter(
      ({ form }) => !takesAway(form) && !isUpload(form),
    );
    await page.addInitScript(holdScriptsAndLine);
    const away: string[] = [];
    let role: EvaluationRole | undefined;
    for (const [at, form] of forms.entries()) {
      if (role !== form.as) await signIn(form.as);
      role = form.as;
      const isThere = await test.step(`${form.kind} on ${form.page}`, () =>
        throughEverything(page, server, form, at < THROUGH_SIGN_IN));
      if (!isThere) away.push(form.page);
    }
    expect(forms.length).toBeGreaterThan(0);
    expect(away).toEqual(AWAY_WITH_SCRIPTS[area] ?? []);
  });
}

/** Takes a form through everything; returns false for one in which nothing can be typed once its page has scripts. */
async function throughEverything(page: Page, server: RunningServer, form: FoundForm, sessionEnds: boolean) {
  const { kind, page: address, as } = form;
  const where = `${kind} on ${address}`;
  const times = PRESSED_ONCE.has(address) ? 1 : 2;
  const answer = await page.goto(address, { waitUntil: "commit" });
  const html = (await answer?.text()) ?? "";
  const index = postForms(html, address).findIndex(({ html: own }) => formsIn(own, address)[0]?.kind === kind);
  expect(index, where).toBeGreaterThanOrEqual(0);
  await page.waitForLoadState("domcontentloaded");
  const names = await page.evaluate(typeInForm, { index, text: MARK });
  expect(names, where).not.toEqual([]);

  await page.evaluate(() => window.line.letScriptsCome());
  await hydrated(page);
  // A field that the choices made do not ask for is away with scripts: it is not typed in.
  const left = await page.evaluate(namesOfTried);
  if (left.length === 0) return false;
  await expect.poll(() => page.evaluate(triedWith, MARK), `${where}: once the scripts are there`).toEqual(left);

  if (sessionEnds) endSessions(server);
  const before = submissions(server);
  await page.evaluate(() => window.line.drop());
  await page.evaluate(press, times);
  await expect.poll(() => page.evaluate(() => window.line.lost), `${where}: without a line`).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(triedWith, MARK), `${where}: without a line`).toEqual(left);
  await page.evaluate(() => window.line.comeBack());
  if (sessionEnds) {
    await page.waitForURL(/\/sign-in/);
    await page.locator(`button[value="${as}"]`).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await page.evaluate(() => window.line.letScriptsCome());
    await hydrated(page);
    await expect
      .poll(() => page.evaluate(findAgain, { names: left, text: MARK }), `${where}: after signing in`)
      .toBe(true);
    await page.evaluate(press, times);
  }
  await expect.poll(() => page.evaluate(() => window.line.answered), `${where}: sent`).toBeGreaterThan(0);
  expect(submissions(server) - before, `${where}: carried out once`).toBeLessThanOrEqual(1);
  return true;
}

/** Whether a form takes away what other forms of the test stand on. */
const takesAway = ({ buttons }: HtmlForm): boolean => buttons.some(([, value]) => /^(remove|close)$/.test(value));

/** One with a file is sent by code of its own (tests/e2e/plan/documents.spec.ts). */
const isUpload = ({ html }: HtmlForm): boolean => html.includes('type="file"');

function endSessions(server: RunningServer): void {
  const client = new Sqlite(server.databaseFile);
  client.exec("delete from sessions");
  client.close();
}

/** How many forms have been carried out. */
function submissions(server: RunningServer): number {
  const client = new Sqlite(server.databaseFile, { readonly: true });
  const count = client.prepare("select count(*) from submissions").pluck().get() as number;
  client.close();
  return count;
}

/* What follows runs in the page. */

interface Line {
  /** How many requests met the line that was down, and how many forms were answered after. */
  lost: number;
  answered: number;
  letScriptsCome: () => void;
  drop: () => void;
  comeBack: () => void;
}

declare global {
  interface Window {
    line: Line;
  }
}

/**
 * Holds the scripts of a page, which begin with its `load`, and its line, in the page itself: interception of all requests by the browser
 * costs a page more than all else, and gives each script anew.
 */
function holdScriptsAndLine(): void {
  const waiting: EventListenerOrEventListenerObject[] = [];
  const listen = window.addEventListener.bind(window);
  const send = window.fetch.bind(window);
  let scriptsMayCome = false;
  let isDown = false;
  window.addEventListener = (kind: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
    if (kind === "load" && !scriptsMayCome) waiting.push(listener);
    else listen(kind, listener, options as AddEventListenerOptions);
  };
  window.fetch = async (input, init) => {
    // A draft or the zone is sent by the page, not by the person.
    const isForm = init?.method?.toUpperCase() === "POST" && !/time-zone|\/drafts/.test(String(input));
    if (isDown) {
      // Before its first form the router asks which routes there are.
      window.line.lost += 1;
      throw new TypeError("Failed to fetch");
    }
    const answer = await send(input, init);
    if (isForm) window.line.answered += 1;
    return answer;
  };
  // Live messages have no part in it, and would say in the console that the session has ended.
  window.EventSource = class extends EventTarget {
    close(): void {}
  } as unknown as typeof EventSource;
  window.line = {
    lost: 0,
    answered: 0,
    letScriptsCome() {
      scriptsMayCome = true;
      for (const listener of waiting) if (typeof listener === "function") listener(new Event("load"));
    },
    drop() {
      isDown = true;
      Object.assign(window.line, { lost: 0, answered: 0 });
    },
    comeBack() {
      isDown = false;
      window.dispatchEvent(new Event("online"));
    },
  };
}

/** Types into the fields of a form that can be seen, with what is folded around them unfolded, and marks it and them. */
function typeInForm({ index, text }: { index: number; text: string }): string[] {
  const form = document.querySelectorAll<HTMLFormElement>("form[method=post]")[index];
  if (!form) return [];
  form.dataset.tried = "";
  for (let at: Element | null = form; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  for (const details of form.querySelectorAll("details")) details.open = true;
  const names: string[] = [];
  for (const control of form.elements) {
    const isText =
      control instanceof HTMLTextAreaElement ||
      (control instanceof HTMLInputElement && /^(text|email)$/.test(control.type));
    if (!isText || control.readOnly || control.disabled || !control.checkVisibility()) continue;
    control.value = text;
    control.dataset.tried = "";
    control.dispatchEvent(new InputEvent("input", { bubbles: true }));
    names.push(control.name);
  }
  return names;
}

function namesOfTried(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>("form[data-tried] [data-tried]")].map(({ name }) => name);
}

/** The names of the fields that were typed in and still hold the text. */
function triedWith(text: string): string[] {
  return [...document.querySelectorAll<HTMLInputElement>("form[data-tried] [data-tried]")]
    .filter(({ value }) => value === text)
    .map(({ name }) => name);
}

/** Presses the button of the form that sends it, once or twice at once. */
function press(times: number): void {
  const form = document.querySelector<HTMLFormElement>("form[data-tried]");
  const buttons = [...(form?.elements ?? [])].filter(
    (one): one is HTMLButtonElement =>
      one instanceof HTMLButtonElement &&
      one.type === "submit" &&
      !one.disabled &&
      !one.matches(".unseen") &&
      one.checkVisibility(),
  );
  const button =
    buttons.find(({ value }) => /^(save|submit)$/.test(value)) ??
    buttons.find(({ value }) => !/^(find|find-people|similar|preview|draft|more)$/.test(value));
  button?.click();
  if (times === 2) button?.click();
}

/** Whether a form of the page has all of the text again; marks it. */
function findAgain({ names, text }: { names: string[]; text: string }): boolean {
  for (const form of document.forms) {
    const holding = [...form.elements]
      .filter((one) => (one as HTMLInputElement).value === text)
      .map((one) => (one as HTMLInputElement).name);
    if (!names.every((name) => holding.includes(name))) continue;
    form.dataset.tried = "";
    return true;
  }
  return false;
}
