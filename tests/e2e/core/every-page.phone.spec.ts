import type { Page } from "@playwright/test";
import { LANGUAGES, type Language } from "~/domain.ts";
import { everyPage, LONG_WORD, withSomethingOfEverything } from "../support/every-page.ts";
import { test as base, expect } from "../support/test.ts";
import { lowTargets } from "../support/touch-targets.ts";

/*
 * Every page of the URL map on the narrowest phone, before any script: what the server sends must fit and be tapped. A new route is
 * walked by itself; one that needs a value of its own is given it in support/every-page.ts.
 */

const WIDTH = 320;
/** So many pages are read beside each other: one waits for the server while another is laid out. */
const BESIDE = 2;
/** Tests that the pages are dealt out to, so that none takes longer than a minute. */
const PARTS = 4;

const test = base.extend({
  server: async ({ running }, use) => {
    await running.startOver(withSomethingOfEverything);
    await use(running);
  },
});
test.use({ javaScriptEnabled: false, viewport: { width: WIDTH, height: 640 } });

for (let part = 1; part <= PARTS; part += 1) {
  test(`every page fits a phone in each language, and is tapped with a finger (${part} of ${PARTS})`, async ({
    context,
    server,
    signIn,
  }) => {
    await signIn("eval-admin");
    const wide: string[] = [];
    const low = new Map<string, string>();
    const refused: string[] = [];
    const read = async (language: Language) => {
      const headers = { Origin: server.origin };
      await context.request.post(`${server.origin}/language`, { form: { language, back: "/" }, headers });
    };
    const paths = everyPage(server.databaseFile).filter((_, at) => at % PARTS === part - 1);
    const translations = new Map<string, { language: Language; html: string }[]>(paths.map((path) => [path, []]));
    for (const language of LANGUAGES.filter((one) => one !== "en")) {
      await read(language);
      for (const path of paths) {
        const answer = await context.request.get(server.origin + path);
        if (answer.status() !== statusOf(path)) refused.push(`${path} in ${language}: ${answer.status()}`);
        translations.get(path)?.push({ language, html: await answer.text() });
      }
    }
    await read("en");
    const walk = async (page: Page) => {
      for (let path = paths.pop(); path; path = paths.pop()) {
        const answer = await page.goto(server.origin + path, { waitUntil: "load" });
        if (answer?.status() !== statusOf(path)) refused.push(`${path}: ${answer?.status()}`);
        // The page's policy lets no styles in but those with its own nonce.
        const [, nonce] = /'nonce-([^']+)'/.exec(answer?.headers()["content-security-policy"] ?? "") ?? [];
        const width = await widthOf(page);
        if (width > WIDTH) wide.push(`${path}: ${width} px`);
        // One language is enough for what does not depend on words.
        await page.setViewportSize({ width: WIDTH, height: await unfolded(page) });
        for (const one of await lowTargets(page)) low.set(one.replace(/ "[^"]*"$/, ""), `${path} ${one}`);
        const submitted = await widthWithLongWord(page);
        if (submitted > WIDTH && width <= WIDTH) wide.push(`${path} while typing: ${submitted} px`);
        await page.setViewportSize({ width: WIDTH, height: 640 });
        for (const { language, html } of translations.get(path) ?? []) {
          const translated = await widthInstead(page, html.replaceAll(/nonce="[^"]*"/g, `nonce="${nonce}"`));
          if (translated.language !== language) refused.push(`${path} is in ${translated.language}, not ${language}`);
          if (translated.width > WIDTH) wide.push(`${path} in ${language}: ${translated.width} px`);
        }
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: BESIDE }, async () => walk(await context.newPage())));
    expect({ refused, wide, low: [...low.values()] }).toEqual({ refused: [], wide: [], low: [] });
  });
}

const statusOf = (path: string) => (path === "/nowhere" ? 404 : 200);

/**
 * Shows a translation's body in the page's place, and returns its language and how wide the page then is. The styles stay, since
 * a page has the same in each language: laying it out anew costs a fraction of opening it. They are not sent along either.
 */
const widthInstead = (page: Page, html: string) =>
  page.evaluate(
    (text) => {
      const translation = new DOMParser().parseFromString(text, "text/html");
      const { lang } = translation.documentElement;
      document.documentElement.lang = lang;
      document.body.replaceWith(translation.body);
      return { language: lang, width: document.scrollingElement?.scrollWidth ?? 0 };
    },
    html.replace(/<style[\s\S]*?<\/style>/g, ""),
  );

const widthOf = (page: Page) => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);

/** Opens what is folded, and returns how high the page then is: only what is in the window answers a finger. */
const unfolded = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
    return Math.min(30_000, document.scrollingElement?.scrollHeight ?? 0);
  });

/** Types an address without a break in every field, and returns how wide the page then is. */
const widthWithLongWord = (page: Page) =>
  page.evaluate((word) => {
    for (const field of document.querySelectorAll<HTMLInputElement>("textarea, input[type=text]")) field.value = word;
    return document.scrollingElement?.scrollWidth ?? 0;
  }, LONG_WORD);
