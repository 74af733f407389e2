import { allRegisters } from "~/features/tools/engine/all.ts";
import {
  answers,
  answersForNepal,
  contractOf,
  everyone,
  expect,
  membersOnly,
  onCommunication,
  onFinancing,
  onLearning,
  onLobbying,
  type Statuses,
  signedIn,
  test,
  workersOnly,
} from "../support/contract.ts";

contractOf("tools", {
  "/stakeholders": {
    path: "/stakeholders?since=2020-01-01",
    get: signedIn(200),
    post: {
      form: { intent: "place", entry: "1", version: "1", influence: "enormous" },
      statuses: signedIn(422),
    },
  },
  // The seed has none: one is written in lobbying-tools.spec.ts.
  "/contexts/:id": { path: "/contexts/9", get: signedIn(404) },
  "/positions/:id": {
    path: "/positions/9",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/windows": { path: "/windows?past=1", get: signedIn(200) },
  "/windows/:id": {
    path: "/windows/11",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/exchanges": { path: "/exchanges?past=1", get: signedIn(200) },
  "/exchanges/calendar": { path: "/exchanges/calendar?month=2026-12", get: signedIn(200) },
  "/exchanges/:id": { path: "/exchanges/999", get: signedIn(404) },
  "/exchanges/:id/people.csv": { path: "/exchanges/999/people.csv", get: signedIn(404) },
  "/exchanges/:id/people.xlsx": { path: "/exchanges/999/people.xlsx", get: signedIn(404) },
  "/exchanges/:id/event.ics": { path: "/exchanges/999/event.ics", get: signedIn(404) },
  "/offers": { path: "/offers?state=open", get: signedIn(200) },
  "/offers/:id": { path: "/offers/999", get: signedIn(404) },
  // As one's own calendar: the address alone says whose it is.
  "/calendar/:token/exchanges.ics": { path: "/calendar/forged/exchanges.ics", get: everyone(404) },
  "/publications/calendar": { path: "/publications/calendar?month=2026-12", get: signedIn(200) },
  "/publications/:id": { path: "/publications/1", get: signedIn(404) },
  "/identity/:id": {
    path: "/identity/15",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  // The pages that all tools share, by tools that have none of their own there.
  "/:tool": { path: "/alliances", get: signedIn(200) },
  "/:tool/new": {
    path: "/stakeholders/new",
    get: workersOnly(200),
    post: { form: { network: "" }, statuses: workersOnly(422) },
  },
  "/:tool/entries.csv": { path: "/stakeholders/entries.csv", get: signedIn(200) },
  "/:tool/entries.xlsx": { path: "/stakeholders/entries.xlsx", get: signedIn(200) },
  "/:tool/:id": {
    path: "/stakeholders/1",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  "/:tool/:id/edit": {
    path: "/stakeholders/1/edit",
    get: workersOnly(200),
    post: { form: { version: "1", network: "" }, statuses: workersOnly(422) },
  },
  "/:tool/:id/history": { path: "/stakeholders/1/history", get: signedIn(200) },
  // The seed has no file: one is added and taken in identity.spec.ts.
  "/:tool/:id/files/:part": { path: "/identity/15/files/1", get: signedIn(404) },
  "/:tool/:id/parts/:kind": {
    path: "/stakeholders/1/parts/contacts",
    get: membersOnly(200),
    post: { form: { intent: "add", day: "soon" }, statuses: membersOnly(422) },
  },
  "/funding": {
    path: "/funding",
    get: signedIn(200),
    post: { form: { intent: "move", id: "1", version: "1", stage: "nowhere" }, statuses: signedIn(400) },
  },
  "/funding/rates": {
    path: "/funding/rates",
    get: signedIn(200),
    post: { form: { currency: "EUR" }, statuses: onFinancing(422) },
  },
  // There is none yet: its forms are walked through below.
  "/funding/:id": { path: "/funding/999", get: signedIn(404) },
});

test("who puts somebody elsewhere on the power map", async ({ visitors }) => {
  const forms: [form: Record<string, string>, statuses: Statuses][] = [
    // Of the international level: theirs who work on the board.
    [{ entry: "1", version: "99", influence: "high", stance: "open" }, onLobbying(409)],
    [{ entry: "999", version: "1", influence: "high", stance: "open" }, signedIn(404)],
  ];
  for (const [form, statuses] of forms) {
    const sent = { intent: "place", ...form };
    expect(await answers((name) => visitors[name].post("/stakeholders", sent)), JSON.stringify(form)).toEqual(statuses);
  }
});

test("what may be entered in the lobbying board's tools, and by whom", async ({ visitors }) => {
  /** Whoever answers for a network. */
  const forTheirs = (status: number): Statuses => ({ ...membersOnly(status) });
  const forms: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/contexts/new", { day: "soon" }, { ...forTheirs(422), member: 403 }],
    ["/positions/new", { "title.en": "" }, onLobbying(422)],
    ["/positions/9/parts/versions", { intent: "add", day: "soon" }, onLobbying(422)],
    ["/positions/9/parts/endorsements", { intent: "add", answer: "" }, forTheirs(422)],
    ["/positions/9/parts/carried", { intent: "add", whom: "" }, forTheirs(422)],
    ["/positions/9/parts/nothing", { intent: "add" }, signedIn(404)],
    ["/windows/new", { first: "" }, onLobbying(422)],
    ["/windows/11/parts/milestones", { intent: "add", weeks: "many" }, onLobbying(422)],
  ];
  for (const [path, form, statuses] of forms)
    expect(await answers((name) => visitors[name].post(path, form)), path).toEqual(statuses);
});

test("what may be done on the financing board's tools, form by form", async ({ visitors }) => {
  const page = await (await visitors.admin.get("/funding/new")).text();
  const option = (name: string) => new RegExp(`<option value="(\\d+)"[^>]*>\u2003*${name}<`).exec(page)?.[1] ?? "";
  const stream = { "title.en": "Visits", network: option("INSP!R"), donor: "ILO", stage: "idea", currency: "EUR" };
  const entered = await visitors.admin.post("/funding/new", stream);
  const path = entered.headers.get("Location") ?? "";
  expect(path).toMatch(/^\/funding\/\d+$/);
  const id = path.split("/")[2] ?? "";
  const stale = { intent: "move", version: "99", stage: "asked" };
  const alliance = { "title.en": "A partner", network: option("Nepal") };
  const asNepal = { ...signedIn(422), observer: 403, member: 302, coordinator: 302, admin: 302 };
  const proposal = { ...alliance, stage: "draft", deadline: "" };
  const forms: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/funding/new", stream, onFinancing(302)],
    ["/funding", { ...stale, id }, onFinancing(409)],
    ["/funding", { ...stale, id: "999999" }, signedIn(404)],
    [path, stale, onFinancing(409)],
    [`${path}/parts/sums`, { intent: "add", step: "asked", amount: "-1", day: "2026-01-01" }, onFinancing(422)],
    [`${path}/edit`, { ...stream, version: "99" }, onFinancing(409)],
    // Networks keep these themselves, each in its own name; another's is refused beside the field.
    ["/alliances/new", alliance, asNepal],
    ["/proposals/new", proposal, asNepal],
  ];
  for (const [at, form, statuses] of forms)
    expect(await answers((name) => visitors[name].post(at, form)), `${at} ${JSON.stringify(form)}`).toEqual(statuses);
  for (const at of [path, `${path}/history`, "/alliances", "/proposals"])
    expect(await answers((name) => visitors[name].get(at)), at).toEqual(signedIn(200));
  expect(await answers((name) => visitors[name].get(`${path}/edit`))).toEqual(onFinancing(200));
  expect(await answers((name) => visitors[name].get("/alliances/new"))).toEqual(membersOnly(200));
});

test("what may be done on the learning board's tools, form by form", async ({ visitors }) => {
  const page = await (await visitors.admin.get("/exchanges/new")).text();
  const option = (name: string) => new RegExp(`<option value="(\\d+)"[^>]*>\u2003*${name}<`).exec(page)?.[1] ?? "";
  const exchange = {
    "title.en": "A visit",
    network: option("Nepal"),
    kind: "visit",
    first: "2031-06-10",
    place: "There",
  };
  const onNepal = { ...onLearning(302), "other coordinator": 403 };
  const entered = await visitors.admin.post("/exchanges/new", { ...exchange, places: "2" });
  const path = entered.headers.get("Location") ?? "";
  expect(path).toMatch(/^\/exchanges\/\d+$/);
  const signUp = { intent: "add", network: option("Nepal"), people: "3", language: "en" };
  const forNepal = { ...membersOnly(422), committee: 403, "other coordinator": 403 };
  const asNepal = { ...signedIn(422), observer: 403, member: 302, coordinator: 302, admin: 302 };
  const forms: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/exchanges/new", exchange, onNepal],
    ["/exchanges/new", { ...exchange, place: "" }, onLearning(422)],
    [`${path}/edit`, { ...exchange, version: "99" }, onLearning(409)],
    [path, { intent: "elsewhere" }, signedIn(400)],
    // More than there are places: whoever answers for the network is told so.
    [`${path}/parts/signups`, signUp, forNepal],
    // It has not begun: nobody was there yet.
    [`${path}/parts/participants`, { ...signUp, people: "1" }, forNepal],
    // Another network's than one's own is refused beside the field.
    ["/library/new", { "title.en": "A lesson", network: option("Nepal"), theme: "health", "text.en": "So." }, asNepal],
  ];
  const offer = { "title.en": "An offer", network: option("Nepal"), kind: "offer", until: "2031-01-01", state: "open" };
  const offered = await visitors.member.post("/offers/new", { ...offer, theme: "health" });
  const offerPath = offered.headers.get("Location") ?? "";
  const outcome = { intent: "add", network: option("Nepal"), day: "soon", language: "en" };
  forms.push(
    ["/offers/new", { ...offer, theme: "health" }, asNepal],
    ["/offers/new", offer, membersOnly(422)],
    [offerPath, { intent: "elsewhere" }, signedIn(400)],
    [`${offerPath}/edit`, { ...offer, theme: "health", version: "99" }, answersForNepal(409)],
    [`${offerPath}/parts/outcomes`, outcome, membersOnly(422)],
  );
  for (const [at, form, statuses] of forms)
    expect(await answers((name) => visitors[name].post(at, form)), `${at} ${JSON.stringify(form)}`).toEqual(statuses);
  for (const at of [path, `${path}/event.ics`, `${path}/people.csv`, `${path}/people.xlsx`, "/library", offerPath])
    expect(await answers((name) => visitors[name].get(at)), at).toEqual(signedIn(200));
});

test("what may be entered in the communication board's tools, and by whom", async ({ visitors }) => {
  const page = await (await visitors.admin.get("/publications/new?network=nepal")).text();
  const network = /<option value="(\d+)" selected/.exec(page)?.[1] ?? "";
  const blog = { "title.en": "A", network, state: "planned", day: "2026-12-01", channel: "blog", language: "en" };
  // Networks keep these themselves, each in its own name; another's is refused beside the field.
  const asNepal = (status: number): Statuses => ({
    ...signedIn(422),
    observer: 403,
    member: status,
    coordinator: status,
    admin: status,
  });
  expect(await answers((name) => visitors[name].post("/publications/new", blog))).toEqual(asNepal(302));
  const entered = await visitors.member.post("/publications/new", blog);
  const path = entered.headers.get("Location") ?? "";
  expect(await answers((name) => visitors[name].get(path))).toEqual(signedIn(200));
  expect(await answers((name) => visitors[name].post(path, { intent: "elsewhere" }))).toEqual(signedIn(400));
  // What all share is kept by those who coordinate communication.
  for (const at of ["/identity/new", "/identity/15/edit", "/identity/15/parts/versions"]) {
    expect(await answers((name) => visitors[name].get(at)), at).toEqual(onCommunication(200));
    const invalid = { intent: "add", version: "1", day: "soon" };
    expect(await answers((name) => visitors[name].post(at, invalid)), at).toEqual(onCommunication(422));
  }
  const late = { ...blog, version: "99" };
  expect(await answers((name) => visitors[name].post(`${path}/edit`, late))).toEqual(answersForNepal(409));
});

test("every tool has its list and its form for a new entry, before what is called new is taken for an entry", async ({
  visitors,
}) => {
  for (const { name } of allRegisters()) {
    expect((await visitors.admin.get(`/${name}`)).status, name).toBe(200);
    expect((await visitors.admin.get(`/${name}/new`)).status, name).toBe(200);
    expect((await visitors.admin.get(`/${name}/entries.csv`)).status, name).toBe(200);
  }
});
