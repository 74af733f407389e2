import {
  adminOnly,
  answers,
  contractOf,
  expect,
  type Statuses,
  seated,
  signedIn,
  test,
  workersOnly,
} from "../support/contract.ts";

contractOf("committee", {
  "/reviews/:quarter/pack": { path: "/reviews/2020-Q4/pack", get: signedIn(200) },
  "/reviews/:quarter/pack/:file": { path: "/reviews/2020-Q4/pack/pack.nl.docx", get: signedIn(200) },
  "/reports/:year": { path: "/reports/2020", get: signedIn(200) },
  "/reports/:year/:file": { path: "/reports/2020/report.nl.docx", get: signedIn(200) },
  "/reports/:year/sections/:section": {
    path: "/reports/2020/sections/results?lang=en",
    get: workersOnly(200),
    post: { form: { language: "fr", prose: "x", version: "soon" }, statuses: workersOnly(422) },
  },
  "/decisions/:id": {
    path: "/decisions/1",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/decisions/:id/edit": {
    path: "/decisions/1/edit",
    get: seated(200),
    post: { form: { version: "1", text: "" }, statuses: seated(422) },
  },
  "/reviews/:quarter/meeting": {
    path: "/reviews/2026-Q4/meeting",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/reviews/:quarter/decisions/new": {
    path: "/reviews/2026-Q4/decisions/new",
    get: seated(200),
    post: { form: { text: "" }, statuses: seated(422) },
  },
  "/committee": {
    path: "/committee",
    get: signedIn(200),
    post: { form: { holder: "" }, statuses: adminOnly(422) },
  },
  "/reviews/:quarter": {
    path: "/reviews/2020-Q4",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/reviews/:quarter/open": {
    path: "/reviews/2020-Q3/open",
    get: adminOnly(200),
    post: { form: { intent: "save", day: "soon" }, statuses: adminOnly(422) },
  },
  "/reviews/:quarter/prepare": {
    path: "/reviews/2020-Q4/prepare",
    get: workersOnly(200),
    post: { form: { intent: "save", day: "soon" }, statuses: workersOnly(422) },
  },
  "/reviews/:quarter/alignment": { path: "/reviews/2020-Q4/alignment", get: signedIn(200) },
  "/reviews/:quarter/alignment/:network": {
    path: "/reviews/2020-Q4/alignment/central-africa",
    // A view of an open review is its branch's, the seats' and theirs who prepare it.
    get: { ...signedIn(200), member: 403, observer: 403 },
    post: {
      form: { intent: "view", version: "0", language: "en" },
      statuses: { ...signedIn(403), committee: 422, admin: 422 },
    },
  },
  "/reviews/:quarter/close": {
    path: "/reviews/2020-Q4/close",
    get: adminOnly(200),
    post: { form: {}, statuses: adminOnly(422) },
  },
});

test("what may be done with a review, form by form", async ({ visitors }) => {
  const path = "/reviews/2020-Q4";
  const page = await (await visitors.committee.get(path)).text();
  const seat = /name="seat" value="(\d+)"/.exec(page)?.[1] ?? "";
  const ownSeat = { ...signedIn(403), committee: 302 };
  const forms: [form: Record<string, string>, statuses: Statuses][] = [
    [{ intent: "sign", seat }, ownSeat],
    [{ intent: "unsign", seat }, ownSeat],
    [{ intent: "sign", seat: "999" }, signedIn(404)],
    // An open review needs no correction.
    [
      { intent: "correct", text: "It was 12." },
      { ...signedIn(403), admin: 404 },
    ],
  ];
  for (const [form, statuses] of forms)
    expect(await answers((name) => visitors[name].post(path, form)), JSON.stringify(form)).toEqual(statuses);
});

test("what may be done in a meeting and with a decision, form by form", async ({ visitors }) => {
  const meeting = "/reviews/2026-Q4/meeting";
  const assess = { intent: "assess", ref: "LRN-2", version: "0", note: "" };
  const seatOf = async (holder: string) => {
    const page = await (await visitors.coordinator.get(meeting)).text();
    return new RegExp(`data-seat="(\\d+)"(?:(?!data-seat).)*?${holder}`, "s").exec(page)?.[1] ?? "";
  };
  const [own, other] = [await seatOf("Dr Ingrid Mulamba"), await seatOf("Sulistri Afrileston")];
  const prepares = { ...signedIn(403), coordinator: 302, "other coordinator": 302, admin: 302 };
  const position = { intent: "position", version: "1", seat: own };
  const forms: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    [meeting, { ...assess, assessment: "fine" }, signedIn(422)],
    [meeting, { ...assess, assessment: "at-risk" }, { ...seated(302), admin: 409 }],
    [meeting, { intent: "attend", seat: own, present: "yes" }, { ...prepares, committee: 302 }],
    [meeting, { intent: "attend", seat: other, present: "yes" }, prepares],
    [meeting, { intent: "turn", item: "2" }, prepares],
    [meeting, { intent: "turn", item: "99" }, { ...prepares, coordinator: 404, "other coordinator": 404, admin: 404 }],
    ["/decisions/1", position, signedIn(422)],
    ["/decisions/1", { ...position, position: "objection" }, { ...signedIn(403), committee: 422 }],
    ["/decisions/1", { ...position, position: "consent" }, { ...signedIn(403), committee: 302 }],
    ["/decisions/1", { ...position, version: "9", position: "consent" }, { ...signedIn(403), committee: 409 }],
    ["/decisions/1", { intent: "adopt", version: "1" }, seated(422)],
    ["/decisions/1", { intent: "done" }, { ...signedIn(403), coordinator: 409, "other coordinator": 409, admin: 409 }],
    // For good, by whoever proposed it.
    ["/decisions/1", { intent: "withdraw", version: "1" }, { ...signedIn(403), committee: 302, admin: 409 }],
  ];
  for (const [path, form, statuses] of forms)
    expect(await answers((name) => visitors[name].post(path, form)), JSON.stringify(form)).toEqual(statuses);
  const rule = { intent: "decision-rule", rule: "majority", quorum: "13" };
  expect(await answers((name) => visitors[name].post("/settings", rule))).toEqual(adminOnly(422));
});
