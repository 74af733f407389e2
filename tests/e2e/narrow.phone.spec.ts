import { expect, test } from "./support/test.ts";

/*
 * No page is wider than the narrowest phone, in any language: each kind of page is opened at 320 px and asked how far it could
 * be scrolled sideways. What is wide scrolls in a box of its own.
 */

const PAGES = [
  ...[
    "/",
    "/my",
    "/due",
    "/check-ins",
    "/progress",
    "/boards/lobbying",
    "/boards/lobbying?view=table",
    "/boards/lobbying/history",
  ],
  ...[
    "/actions/LOB-1",
    "/actions/LOB-1/history",
    "/actions/LOB-1/edit",
    "/suggestions",
    "/suggestions/new",
    "/suggestions/inbox",
  ],
  ...[
    "/networks",
    "/networks/asia",
    "/networks/voice",
    "/committee",
    "/people",
    "/settings",
    "/notices",
    "/search?q=plan",
    "/keyboard",
  ],
  ...[
    "/reviews",
    "/decisions",
    "/reports",
    "/exchanges",
    "/exchanges/new",
    "/funding",
    "/funding/totals",
    "/publications",
    "/stakeholders",
  ],
];

test.use({ viewport: { width: 320, height: 640 } });

for (const language of ["en", "nl", "fr", "es"] as const) {
  test(`no page is wider than 320 px in ${language}`, async ({ page, signIn, context }) => {
    test.setTimeout(180_000);
    await signIn("eval-admin");
    await context.setExtraHTTPHeaders({ "Accept-Language": language });
    const wide: string[] = [];
    for (const path of PAGES) {
      await page.goto(path, { waitUntil: "domcontentloaded" });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${path}: ${over}`);
    }
    expect(wide).toEqual([]);
  });
}
