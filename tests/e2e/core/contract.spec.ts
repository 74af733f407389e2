import { answers, contractOf, everyone, expect, signedIn, test } from "../support/contract.ts";

contractOf("core", {
  "/time-zone": {
    path: "/time-zone",
    get: signedIn(302),
    post: { form: { timeZone: "Elsewhere" }, statuses: signedIn(400) },
  },
  "/keyboard": {
    path: "/keyboard",
    get: signedIn(200),
    post: { form: { singleKeys: "perhaps" }, statuses: signedIn(400) },
  },
  "/notices": {
    path: "/notices",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/search": { path: "/search?q=health", get: signedIn(200) },
  "/search/quick": { path: "/search/quick?q=health", get: signedIn(200) },
  "/unsubscribe/:token": {
    path: "/unsubscribe/forged",
    get: everyone(404),
    post: { form: {}, statuses: everyone(404) },
  },
  "/language": {
    path: "/language",
    get: everyone(302),
    post: { form: { language: "de" }, statuses: everyone(400) },
  },
  // Only the server itself sends anybody there.
  "/refused": { path: "/refused", get: everyone(404), post: { form: {}, statuses: everyone(404) } },
  "/*": { path: "/nowhere/at/all", get: everyone(404), post: { form: {}, statuses: everyone(404) } },
});

test("invisible things are 404, for everyone who is signed in", async ({ visitors }) => {
  for (const path of [
    "/boards/sports",
    "/actions/LOB-999",
    "/networks/atlantis",
    "/people/nobody",
    "/actions/LOB-999/edit",
    "/actions/LOB-999/strengthens",
    "/actions/LRN-1/strengthens/nepal",
    "/actions/LOB-999/documents",
    "/documents/999",
    "/suggestions/999",
    "/suggestions/nonsense",
    "/suggestions/999/answer",
    "/suggestions/workshops/999",
    "/suggestions/new?action=LOB-999",
    "/reviews/nonsense",
    "/reviews/2019-Q3",
    "/reviews/2999-Q1",
    "/reviews/2020-Q1/prepare",
    "/reviews/2020-Q1/alignment",
    "/reviews/2020-Q4/alignment/nepal",
    "/reviews/2020-Q5/pack",
    "/reports/2018",
    "/reports/2020/report.nl.exe",
    "/reports/2020/sections/nowhere",
  ]) {
    expect((await visitors.admin.get(path)).status, path).toBe(404);
  }
});

test("what begins with the name of no tool is an unknown page, signed in or not", async ({ visitors }) => {
  for (const path of ["/nowhere", "/nowhere/new", "/nowhere/entries.csv", "/nowhere/3", "/nowhere/3/edit"])
    expect(await answers((name) => visitors[name].get(path)), path).toEqual(everyone(404));
});
