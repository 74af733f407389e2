import { adminOnly, contractOf, everyone, expect, signedIn, test, workersOnly } from "../support/contract.ts";

contractOf("people", {
  "/density": {
    path: "/density",
    get: signedIn(302),
    post: { form: { density: "crowded" }, statuses: signedIn(400) },
  },
  "/networks/land.svg": { path: "/networks/land.svg", get: everyone(200) },
  "/networks/new": { path: "/networks/new", get: adminOnly(200), post: { form: {}, statuses: adminOnly(422) } },
  "/networks/:slug": { path: "/networks/nepal", get: signedIn(200) },
  "/networks/:slug/edit": {
    path: "/networks/nepal/edit",
    get: adminOnly(200),
    post: { form: { version: "1" }, statuses: adminOnly(422) },
  },
  "/networks/:slug/close": {
    path: "/networks/nepal/close",
    get: adminOnly(200),
    post: { form: { intent: "close", version: "1", day: "never" }, statuses: adminOnly(422) },
  },
  "/networks/:slug/history": { path: "/networks/nepal/history", get: signedIn(200) },
  "/people": {
    path: "/people",
    get: workersOnly(200),
    post: { form: { intent: "elsewhere" }, statuses: workersOnly(400) },
  },
  "/people/invite": {
    path: "/people/invite",
    get: workersOnly(200),
    post: { form: { email: "" }, statuses: workersOnly(422) },
  },
  "/people/:id": {
    path: "/people/eval-observer",
    get: adminOnly(200),
    post: { form: { version: "1", role: "nobody" }, statuses: adminOnly(422) },
  },
  "/settings": {
    path: "/settings",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/sign-in": {
    path: "/sign-in",
    get: everyone(200),
    post: { form: { way: "link", email: "" }, statuses: everyone(422) },
  },
  "/sign-in/link": {
    path: "/sign-in/link?token=spent",
    get: everyone(200),
    post: { form: { token: "spent" }, statuses: everyone(410) },
  },
  // Signing out for real would end the visitors of the other tests: the address takes no visit.
  "/sign-out": { path: "/sign-out", get: everyone(302) },
  "/welcome/:token": {
    path: "/welcome/spent",
    get: everyone(410),
    post: { form: { name: "Somebody", language: "en" }, statuses: everyone(410) },
  },
  "/evaluation/mail": { path: "/evaluation/mail", get: everyone(200) },
});

test("signed out, one is sent to sign in and back to where one was", async ({ visitors }) => {
  const answer = await visitors.nobody.get("/actions/LOB-3?text=fr");
  expect(answer.headers.get("Location")).toBe(`/sign-in?${new URLSearchParams({ back: "/actions/LOB-3?text=fr" })}`);
});

test("no way back leads to another site", async ({ visitors }) => {
  for (const back of [
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:alert(1)",
  ]) {
    const answer = await visitors.nobody.post("/language", { language: "en", back });
    expect(answer.headers.get("Location"), back).toBe("/");
  }
});
