import {
  answers,
  authorOnly,
  contractOf,
  expect,
  membersOnly,
  onLearning,
  type Statuses,
  signedIn,
  suggest,
  test,
  workersOnly,
} from "../support/contract.ts";

contractOf("suggestions", {
  "/suggestions/new": {
    path: "/suggestions/new?kind=remark&board=learning",
    get: membersOnly(200),
    post: { form: { kind: "remark", board: "learning", title: "" }, statuses: membersOnly(422) },
  },
  "/suggestions/inbox": {
    path: "/suggestions/inbox",
    get: workersOnly(200),
    post: { form: { intent: "take-up" }, statuses: workersOnly(422) },
  },
  "/suggestions/workshops": {
    path: "/suggestions/workshops",
    get: membersOnly(200),
    post: { form: { occasion: "" }, statuses: membersOnly(422) },
  },
  "/suggestions/workshops/:workshop": {
    path: "/suggestions/workshops/1",
    get: { ...membersOnly(404), member: 200 },
    post: { form: { intent: "enter", title: "" }, statuses: { ...membersOnly(404), member: 422 } },
  },
  "/suggestions/drafts": {
    path: "/suggestions/drafts",
    get: signedIn(302),
    post: { form: { kind: "remark", title: "x".repeat(100_001) }, statuses: membersOnly(400) },
  },
  "/suggestions/similar": { path: "/suggestions/similar?title=health", get: signedIn(200) },
  "/suggestions/:id": {
    path: "/suggestions/1",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/suggestions/:id/edit": {
    path: "/suggestions/1/edit",
    get: authorOnly(200),
    post: { form: { version: "1", title: "" }, statuses: authorOnly(422) },
  },
  "/suggestions/:id/answer": {
    path: "/suggestions/1/answer",
    get: onLearning(200),
    post: { form: { intent: "keep", version: "0", decision: "declined" }, statuses: onLearning(422) },
  },
  "/suggestions/:id/history": { path: "/suggestions/1/history", get: signedIn(200) },
});

/** What the forms of a suggestion's page ask for, filled in so that they would be carried out. */
const FORMS: { form: Record<string, string>; statuses: Statuses }[] = [
  { form: { intent: "follow" }, statuses: signedIn(302) },
  { form: { intent: "comment", text: "A comment." }, statuses: membersOnly(302) },
  { form: { intent: "support" }, statuses: { ...membersOnly(302), member: 403 } },
  { form: { intent: "take-back" }, statuses: membersOnly(302) },
  { form: { intent: "take-up" }, statuses: onLearning(302) },
  { form: { intent: "put-off", until: "2031-01-01" }, statuses: onLearning(302) },
  { form: { intent: "ask", text: "Who is meant?" }, statuses: onLearning(302) },
  { form: { intent: "merge", into: "999" }, statuses: onLearning(422) },
  { form: { intent: "unmerge" }, statuses: signedIn(403) },
  // Withdrawn for good by its author, the last in the list of roles whose turn it is.
  { form: { intent: "withdraw", version: "1", why: "Said better elsewhere." }, statuses: authorOnly(302) },
];

test("what may be done with a suggestion, form by form", async ({ visitors }) => {
  const path = await suggest(visitors.member, "Say it in plain words");
  for (const { form, statuses } of FORMS)
    expect(await answers((name) => visitors[name].post(path, form)), form.intent).toEqual(statuses);
});
