import { quarterAfter, quarterOf } from "~/lib/quarter.ts";
import { openDatabase } from "~db/connection.ts";
import { openReview } from "../../support/review-rows.ts";
import { Visitor } from "../../support/visitor.ts";
import { expect, test } from "../support/test.ts";

/** What a page says, without its markup. */
const textOf = async (page: Response) => (await page.text()).replace(/<!-- -->|<[^>]*>/g, "").replace(/\s+/g, " ");

test("closing a review before its quarter has ended says to which review the days left belong", async ({ server }) => {
  const quarter = quarterOf(new Date());
  const db = openDatabase(server.databaseFile);
  openReview(db, { quarter });
  db.$client.close();
  const visitor = await new Visitor(server).signIn("eval-admin");
  const [year, number] = quarterAfter(quarter, 1).split("-Q");
  const next = `Q${number} ${year}`;
  const said = new RegExp(`is not in this review. It counts in the next one, the review of ${next}`);
  expect(await textOf(await visitor.get(`/reviews/${quarter}/close`))).toMatch(said);
  expect((await visitor.post(`/reviews/${quarter}/close`, { sure: "yes" })).status).toBe(302);
  expect(await textOf(await visitor.get(`/reviews/${quarter}`))).toMatch(
    new RegExp(`before the quarter had ended.*${next}`),
  );
});

test("the committee's term and the published figures are edited, and every page tells the new ones", async ({
  server,
}) => {
  const visitor = await new Visitor(server).signIn("eval-admin");
  expect((await visitor.post("/committee", { intent: "term", term: "2027–2028" })).status).toBe(302);
  expect(await textOf(await visitor.get("/committee"))).toContain("2027–2028");
  const html = await (await visitor.get("/networks")).text();
  const fields = [...html.matchAll(/<input[^>]* name="(\w+)"[^>]* value="(\d+)"/g)];
  const figures = Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value]));
  const edited = await visitor.post("/networks", { intent: "figures", ...figures, memberOrganisations: "1234" });
  expect([figures.memberOrganisations, edited.status]).toEqual(["97", 302]);
  expect(await textOf(await visitor.get("/networks"))).toContain(
    "In 2020 the network counted 1,234 member organisations",
  );
  expect(
    (await (await new Visitor(server).signIn("eval-observer")).post("/committee", { intent: "term", term: "x" }))
      .status,
  ).toBe(403);
});
