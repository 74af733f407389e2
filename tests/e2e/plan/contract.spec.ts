import {
  answers,
  answersForNepal,
  contractOf,
  expect,
  membersOnly,
  onLearning,
  type Statuses,
  signedIn,
  test,
  workersOnly,
} from "../support/contract.ts";

contractOf("plan", {
  "/boards/:board": {
    path: "/boards/learning",
    get: signedIn(200),
    post: {
      form: { intent: "move", ref: "LRN-2", version: "1", stage: "nowhere", after: "end" },
      statuses: signedIn(422),
    },
  },
  "/boards/:board/actions.csv": { path: "/boards/learning/actions.csv", get: signedIn(200) },
  "/boards/:board/actions.xlsx": { path: "/boards/learning/actions.xlsx?level=national", get: signedIn(200) },
  "/boards/:board/history": { path: "/boards/learning/history", get: signedIn(200) },
  "/boards/:board/together": {
    path: "/boards/learning/together?chosen=LRN-2",
    get: onLearning(200),
    post: { form: { chosen: "LRN-2", "version.LRN-2": "1", priority: "highest" }, statuses: onLearning(422) },
  },
  "/boards/:board/views": {
    path: "/boards/learning/views",
    get: signedIn(200),
    post: { form: { intent: "keep", name: "" }, statuses: signedIn(422) },
  },
  "/boards/:board/templates": { path: "/boards/learning/templates", get: onLearning(200) },
  "/boards/:board/templates/new": {
    path: "/boards/learning/templates/new?from=LRN-2",
    get: onLearning(200),
    post: { form: { intent: "save", priority: "highest" }, statuses: onLearning(422) },
  },
  // The coordinator's (`visitors`).
  "/boards/:board/templates/:id": {
    path: "/boards/learning/templates/1",
    get: onLearning(200),
    post: { form: { intent: "save", version: "1", priority: "highest" }, statuses: onLearning(422) },
  },
  "/plan": {
    path: "/plan",
    get: signedIn(200),
    post: {
      form: { intent: "move", ref: "LRN-2", version: "1", stage: "nowhere", after: "end" },
      statuses: signedIn(422),
    },
  },
  "/plan/actions.csv": { path: "/plan/actions.csv", get: signedIn(200) },
  "/plan/actions.xlsx": { path: "/plan/actions.xlsx?board=learning", get: signedIn(200) },
  "/plan/views": {
    path: "/plan/views",
    get: signedIn(200),
    post: { form: { intent: "keep", name: "" }, statuses: signedIn(422) },
  },
  "/actions/new": {
    path: "/actions/new",
    get: workersOnly(200),
    post: { form: { board: "learning" }, statuses: workersOnly(422) },
  },
  "/actions/:ref": {
    path: "/actions/LRN-2",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/actions/:ref/edit": {
    path: "/actions/LRN-2/edit",
    get: onLearning(200),
    post: { form: { version: "1", board: "learning" }, statuses: onLearning(422) },
  },
  "/actions/:ref/move": {
    path: "/actions/LRN-2/move",
    get: onLearning(200),
    post: { form: { intent: "move", version: "1", stage: "dropped" }, statuses: onLearning(422) },
  },
  "/actions/:ref/strengthens": {
    path: "/actions/LRN-1/strengthens",
    get: onLearning(200),
    post: { form: { how: "", language: "en" }, statuses: onLearning(422) },
  },
  "/actions/:ref/strengthens/:network": {
    path: "/actions/COM-1/strengthens/nepal",
    // Those who coordinate the action come there too, to change what it says.
    get: { ...answersForNepal(200), "other coordinator": 200 },
    post: { form: { intent: "answer", version: "1", answer: "" }, statuses: answersForNepal(422) },
  },
  "/actions/:ref/dependencies": {
    path: "/actions/LRN-2/dependencies",
    get: signedIn(200),
    post: { form: { on: "", why: "" }, statuses: onLearning(422) },
  },
  "/actions/:ref/recurrence": {
    path: "/actions/LRN-2/recurrence",
    get: onLearning(200),
    post: { form: { every: "century", version: "0" }, statuses: onLearning(422) },
  },
  "/actions/:ref/milestones": {
    path: "/actions/LRN-2/milestones",
    get: signedIn(200),
    post: { form: { intent: "add", day: "soon", state: "ahead" }, statuses: onLearning(422) },
  },
  "/actions/:ref/history": { path: "/actions/LRN-2/history", get: signedIn(200) },
  "/actions/:ref/key-results/new": {
    path: "/actions/LRN-2/key-results/new",
    get: onLearning(200),
    post: { form: { unit: "" }, statuses: onLearning(422) },
  },
  "/actions/:ref/key-results/:id": {
    path: "/actions/LRN-2/key-results/1",
    get: signedIn(200),
    post: { form: { version: "1", unit: "" }, statuses: onLearning(422) },
  },
  "/actions/:ref/check-in": {
    path: "/actions/LRN-2/check-in",
    get: onLearning(200),
    post: { form: { health: "none" }, statuses: onLearning(422) },
  },
  "/plan/compare": { path: "/plan/compare?from=2019-12-01&to=2020-Q4", get: signedIn(200) },
  "/actions/:ref/documents": {
    path: "/actions/LRN-2/documents",
    get: signedIn(200),
    post: { form: { intent: "link", url: "javascript:alert(1)" }, statuses: onLearning(422) },
  },
  // There is none yet: downloads are walked through in documents.spec.ts.
  "/documents/:id": { path: "/documents/1", get: signedIn(404) },
  "/documents/:id/preview": { path: "/documents/1/preview", get: signedIn(404) },
  "/comments/people": { path: "/comments/people?q=asia", get: membersOnly(200) },
});

/** What the timeline's forms ask for: neither would be carried out, the first for its order, the second for its version. */
const REPLANS: { form: Record<string, string>; statuses: Statuses }[] = [
  { form: { version: "1", start: "2027-Q2", due: "2027-Q1" }, statuses: onLearning(422) },
  { form: { version: "1", start: "soon", due: "" }, statuses: signedIn(422) },
  { form: { version: "999", start: "", due: "2027-Q1" }, statuses: onLearning(409) },
  { form: { start: "", due: "2027-Q1" }, statuses: signedIn(400) },
];

test("planning an action anew on its board's timeline", async ({ visitors }) => {
  const path = "/boards/learning?view=timeline&index";
  expect(await answers((name) => visitors[name].get(path))).toEqual(signedIn(200));
  for (const { form, statuses } of REPLANS) {
    const sent = { intent: "replan", ref: "LRN-2", ...form };
    expect(await answers((name) => visitors[name].post(path, sent)), JSON.stringify(form)).toEqual(statuses);
  }
  const undo = { intent: "undo-replan", event: "999999" };
  expect(await answers((name) => visitors[name].post(path, undo))).toEqual(signedIn(404));
});

test("what may be done on an action's page and with its documents, form by form", async ({ visitors }) => {
  const forms: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/actions/LRN-2", { intent: "follow" }, signedIn(302)],
    ["/actions/LRN-2", { intent: "comment", text: "A comment." }, membersOnly(302)],
    ["/actions/LRN-2", { intent: "comment", text: "A reply.", replyTo: "999" }, membersOnly(404)],
    ["/actions/LRN-2", { intent: "comment", text: "" }, membersOnly(422)],
    ["/actions/LRN-2/documents", { intent: "link", title: "A", url: "https://example.org/" }, onLearning(302)],
    ["/actions/LRN-2/documents", { intent: "remove", document: "1" }, onLearning(302)],
    ["/actions/LRN-2/documents", { intent: "remove", document: "999" }, onLearning(404)],
  ];
  for (const [path, form, statuses] of forms)
    expect(await answers((name) => visitors[name].post(path, form)), JSON.stringify(form)).toEqual(statuses);
});
