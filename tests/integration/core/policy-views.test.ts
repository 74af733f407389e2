import { expect, test } from "vitest";
import { readMeeting } from "~/features/committee/meeting/schemas.ts";
import { meetingScreen } from "~/features/committee/meeting/screen.server.ts";
import { packOf } from "~/features/committee/reports/pack.server.ts";
import { packFor } from "~/features/committee/reports/queries.server.ts";
import { commentOnView, writeView } from "~/features/committee/reviews/alignment.server.ts";
import { closeReview } from "~/features/committee/reviews/closing.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { reviewScreen } from "~/features/committee/reviews/screen.server.ts";
import {
  eventsOfOpenViews,
  hiddenComments,
  hiddenViews,
  viewRights,
  viewsOf,
} from "~/features/committee/reviews/views.server.ts";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { search } from "~/features/core/search/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { idsLedBy } from "~/features/plan/actions/led.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { opened, seated } from "../../support/quarter.ts";
import { by, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const QUARTER = "2026-Q3";
const SECRET = "zanzibarworry";
const LINK = "meet.example.org";

/** All that a viewer is shown of a review, wherever it is shown, as one text. */
async function everything(db: ReturnType<typeof seededDatabase>, viewer: Viewer): Promise<string> {
  const networks = allNetworks(db);
  const review = findReview(db, QUARTER);
  if (!review) throw new Error("There is no review.");
  const seen = { db, viewer, networks, language: "en" as const, at: TODAY, url: new URL("http://here.invalid/") };
  const africa = networkOf(db, "central-africa");
  const hidden = hiddenViews(db, viewer, networks);
  const pack = packFor(seen, QUARTER);
  const item = review.agenda.findIndex(({ kind }) => kind === "alignment") + 1;
  const comments = search(db, { q: SECRET, kind: "comment", page: 1 }, "en", hiddenComments(db, viewer, networks));
  return JSON.stringify([
    await reviewScreen(db, review, seen),
    viewsOf(db, review, seen),
    meetingScreen(db, review, seen, readMeeting(new URLSearchParams({ item: String(item) }))),
    pack && packOf(pack, "en"),
    pack?.snapshot,
    readHistory(
      db,
      {
        networkId: africa.id,
        actionIds: idsLedBy(africa.id),
        except: hidden.includes(africa.id) ? eventsOfOpenViews : undefined,
      },
      readHistoryFilters(new URLSearchParams()),
      "en",
    ),
    [comments.total, comments.found],
    viewRights(db, viewer, africa, review).read && SECRET,
  ]);
}

test("a continent's view of an open review is read by its branch, seat holders and who prepares; by all once it is closed", async () => {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const reviewId = opened(db, admin, QUARTER, TODAY);
  const holder = someone(db, "committee", "central-africa");
  seated(db, holder, "central-africa");
  const otherSeat = someone(db, "committee", "asia");
  seated(db, otherSeat, "asia");
  const of = { reviewId, network: networkOf(db, "central-africa") };
  const said = { language: "en" as const, progress: "Well.", concerns: SECRET, asks: "" };
  writeView(db, by(holder), holder, of, { ...said, version: 0 });
  commentOnView(db, by(holder), holder, of, { text: `About ${SECRET}`, replyTo: null, language: "en" });
  const viewers = {
    holder,
    admin,
    otherSeat,
    coordinator: someone(db, "coordinator", "asia", ["lobbying"]),
    ownMember: someone(db, "member", "dr-congo"),
    otherMember: someone(db, "member", "nepal"),
    observer: someone(db, "observer", "insp-r"),
    ownObserver: someone(db, "observer", "dr-congo"),
  };
  const whoReads = async (what: string) => {
    const names: string[] = [];
    for (const [name, viewer] of Object.entries(viewers)) {
      if ((await everything(db, viewer)).includes(what)) names.push(name);
    }
    return names;
  };
  expect(await whoReads(SECRET)).toEqual(["holder", "admin", "otherSeat", "coordinator", "ownMember"]);
  const linked = await whoReads(LINK);
  expect(linked).not.toContain("observer");
  expect(linked).not.toContain("ownObserver");
  expect(linked).toContain("otherMember");

  closeReview(db, by(admin), admin, { reviewId, networks: allNetworks(db) });
  expect(await whoReads(SECRET)).toEqual(Object.keys(viewers));
});
