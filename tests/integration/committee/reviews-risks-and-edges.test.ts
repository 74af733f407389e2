import { expect, test } from "vitest";
import { boardItem } from "~/features/committee/meeting/board-item.server.ts";
import { packOf } from "~/features/committee/reports/pack.server.ts";
import { packSource } from "~/features/committee/reports/queries.server.ts";
import { sheetsOf } from "~/features/committee/reports/sheets.server.ts";
import { yearOf } from "~/features/committee/reports/year.server.ts";
import { closeReview } from "~/features/committee/reviews/closing.server.ts";
import { editFigures } from "~/features/people/networks/published.server.ts";
import { allNetworks, publishedFigures } from "~/features/people/networks/queries.server.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { firstInstant } from "~/lib/quarter.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { entered, moved, opened, snapshotOf } from "../../support/quarter.ts";
import { by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const Q = "2026-Q4";
const NEXT = "2027-Q1";

test("review, meeting and pack say why something is at risk: what happened, what stands in the way", () => {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const id = opened(db, admin, Q, TODAY);
  const said = { evidence: "", language: "en", values: [] } as const;
  const risk = {
    health: "at-risk",
    happened: "The visit is put off.",
    obstacles: "No budget for travel before March.",
  } as const;
  checkIn(db, by(admin), admin, "LOB-1", { ...said, ...risk });
  checkIn(db, by(admin), admin, "LOB-2", {
    ...said,
    health: "on-track",
    happened: "It goes.",
    obstacles: "Nothing much.",
  });
  const attention = snapshotOf(db, Q, TODAY).boards[0]?.attention ?? [];
  expect(attention.find(({ ref }) => ref === "LOB-1")).toMatchObject({
    why: [{ what: "at-risk" }],
    checkIn: { happened: { text: risk.happened }, obstacles: { text: risk.obstacles, language: "en" } },
  });
  expect(attention.find(({ ref }) => ref === "LOB-2")).toBeUndefined();
  const item = boardItem(db, { id, quarter: Q }, "lobbying", { language: "fr", at: TODAY, page: 1 });
  const inMeeting = (wanted: string) => item.actions.find(({ ref }) => ref === wanted)?.checkIn;
  expect(inMeeting("LOB-1")).toMatchObject({ obstacles: { text: risk.obstacles, lang: "en" } });
  expect(inMeeting("LOB-2")).toBeNull();
  const source = packSource(db, allNetworks(db), Q, TODAY);
  if (!source) throw new Error("The review is open.");
  expect(JSON.stringify(packOf(source, "nl"))).toContain(risk.obstacles);
  expect(JSON.stringify(sheetsOf([source.snapshot], "es"))).toContain(risk.obstacles);
});

test("what happens between an early closing and the quarter's end is in the next review, and in no other", () => {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const reviewId = opened(db, admin, Q, TODAY);
  const before = entered(db, new Date("2026-10-05T00:00:00Z"), {});
  const after = entered(db, new Date("2026-10-06T00:00:00Z"), {});
  moved(db, new Date("2026-11-01T00:00:00Z"), before, "under-way");
  closeReview(db, by(admin), admin, { reviewId, networks: allNetworks(db) });
  moved(db, new Date("2026-12-10T00:00:00Z"), after, "under-way");
  const late = new Date("2027-02-01T00:00:00Z");
  opened(db, admin, NEXT, late);
  const next = snapshotOf(db, NEXT, late);
  const movedIn = next.boards.flatMap((board) => board.moved.map(({ ref }) => ref));
  expect(movedIn).toContain(after);
  expect(movedIn).not.toContain(before);
  expect(next.from).toBe(new Date(+TODAY + 1).toISOString());
  const closed = packSource(db, allNetworks(db), Q, late);
  const open = packSource(db, allNetworks(db), NEXT, late);
  if (!closed || !open) throw new Error("Both were opened.");
  expect(closed.snapshot.at < closed.snapshot.to).toBe(true);
  expect(packOf(closed, "en").cover.lines.join(" ")).toMatch(
    /Closed before the quarter had ended.*31 Dec 2026.*Q1 2027/,
  );
  expect(packOf(open, "en").cover.lines.join(" ")).toMatch(/It begins on 24 Nov 2026.*Q4 2026/);
  // A review that was closed after its quarter leaves the next one as it is.
  expect(+firstInstant(NEXT)).toBe(Date.parse("2027-01-01T00:00:00Z"));
});

test("published figures are edited with their history, and the report prints them apart from what is entered", () => {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const reviewId = opened(db, admin, Q, TODAY);
  const figures = publishedFigures(db);
  if (!figures) throw new Error("The seed has figures.");
  expect(() => editFigures(db, by(admin), someone(db, "coordinator", "asia", ["lobbying"]), figures)).toThrow(
    /may not/,
  );
  editFigures(db, by(admin), admin, { ...figures, nationalNetworks: 21, year: 2026 });
  editFigures(db, by(admin), admin, { ...figures, nationalNetworks: 21, year: 2026 });
  const edited = db
    .select()
    .from(events)
    .all()
    .filter(({ kind }) => kind === "figures.edited");
  expect(edited).toMatchObject([
    { actorId: admin.id, before: { nationalNetworks: 19 }, after: { nationalNetworks: 21 } },
  ]);
  closeReview(db, by(admin), admin, { reviewId, networks: allNetworks(db) });
  editFigures(db, by(admin), admin, { ...figures, nationalNetworks: 30, year: 2027 });
  const source = packSource(db, allNetworks(db), Q, TODAY);
  if (!source) throw new Error("It is closed.");
  const national = allNetworks(db).filter(({ kind }) => kind === "national").length;
  expect(source.snapshot.network).toMatchObject({
    published: { members: 97, national: 21, continental: 5, year: 2026 },
    entered: { national },
  });
  const nothingPublished = { published: [], languages: [], channels: [] } as never;
  const year = { year: 2026, reviews: [source], published: nothingPublished, prose: new Map() };
  const network = () => {
    const section = yearOf(year, "en").sections.find(({ id }) => id === "network");
    return JSON.stringify(section?.blocks);
  };
  expect(network()).toMatch(/"value":"21","name":"national networks".*As the network published them for 2026/);
  expect(network()).toMatch(new RegExp(`Entered in this tracker: .*${national} national networks`));
});
