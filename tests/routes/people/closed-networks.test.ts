import { expect, test } from "vitest";
import { closeNetwork, createNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { publications } from "~/features/tools/communication/publications/publications.ts";
import { addEntry } from "~/features/tools/engine/mutations.server.ts";
import { loader as review } from "~/routes/committee/review-decision-new.tsx";
import { loader as networkPage } from "~/routes/people/network.tsx";
import { loader as closePage, action as closing } from "~/routes/people/network-close.tsx";
import { loader as newNetwork } from "~/routes/people/network-new.tsx";
import { loader as people } from "~/routes/people/people.tsx";
import { loader as newAction } from "~/routes/plan/action-new.tsx";
import { loader as suggestions } from "~/routes/suggestions/suggestions.tsx";
import { loader as newSuggestion } from "~/routes/suggestions/suggestions-new.tsx";
import { loader as list } from "~/routes/tools/register.tsx";
import { action as edit, loader as editPage } from "~/routes/tools/register-edit.tsx";
import { action as enterNew, loader as enterPage } from "~/routes/tools/register-new.tsx";
import { openReview, QUARTER } from "../../support/review-rows.ts";
import { ask, enter, openApp, problemsIn } from "../../support/routes.ts";
import { by, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/* A network that has closed stays where it was named, and no form or filter offers it any more. */

const app = openApp();
type Register = "publications" | "positions" | "contexts" | "alliances";
const REGISTERS: Register[] = ["publications", "positions", "contexts", "alliances"];

/** The fields that hold lists of networks to choose from, wherever they lie in what a page is given. */
function offeredIn(data: unknown, slug: string, id: number): boolean {
  if (Array.isArray(data)) return data.some((one) => offeredIn(one, slug, id));
  if (data === null || typeof data !== "object") return false;
  const { depth, slug: own, id: number } = data as Record<string, unknown>;
  if (depth !== undefined && (own === slug || number === id)) return true;
  return Object.values(data).some((one) => offeredIn(one, slug, id));
}

test("no list of choices offers a closed network; what names it keeps it, and nothing new is entered for it", async () => {
  const { db } = app;
  const admin = someone(db, "admin", "insp-r");
  const cookie = await enter(admin.id);
  openReview(db, { quorum: 1 });
  const { id, version } = networkOf(db, "nepal");
  const values = { state: "planned", day: "2026-12-10", channel: "blog", language: "en" };
  const entryInput = { title: { en: "From Kathmandu" }, networkId: id, refs: [], values };
  const entry = String(addEntry(db, by(admin), null, publications, entryInput));
  const pages = [
    ...REGISTERS.flatMap((register) => [
      { loader: list, path: `/${register}`, params: { register } },
      { loader: enterPage, path: `/${register}/new`, params: { register } },
    ]),
    { loader: people, path: "/people", params: {} },
    { loader: suggestions, path: "/suggestions", params: {} },
    { loader: newSuggestion, path: "/suggestions/new", params: {} },
    { loader: newAction, path: "/actions/new", params: {} },
    { loader: newNetwork, path: "/networks/new", params: {} },
    { loader: review, path: `/reviews/${QUARTER}/decisions/new`, params: { quarter: QUARTER } },
    { loader: closePage, path: "/networks/india/close", params: { slug: "india" } },
  ];
  const offering = async () => {
    const found: string[] = [];
    for (const { loader, path, params } of pages) {
      const answer = await ask(loader, { path, params: params as Record<string, string>, cookie });
      expect([path, answer.status]).toEqual([path, 200]);
      if (offeredIn(answer.data, "nepal", id)) found.push(path);
    }
    return found;
  };
  const before = await offering();
  expect(before).toContain("/publications");
  expect(before).toContain("/actions/new");
  closeNetwork(db, by(admin), admin, id, { version, day: "2026-11-20", why: "", moveTo: networkOf(db, "asia").id });
  expect(await offering()).toEqual([]);

  // A filter that is set to it says so, and the form of its own entry keeps it.
  const filtered = await ask(list, {
    path: "/publications?network=nepal",
    params: { register: "publications" },
    cookie,
  });
  expect(offeredIn(filtered.data, "nepal", id)).toBe(true);
  const of = { path: `/publications/${entry}/edit`, params: { register: "publications", id: entry }, cookie };
  expect(offeredIn((await ask(editPage, of)).data, "nepal", id)).toBe(true);
  const form = { "title.en": "From Nepal", network: `${id}`, version: "1", refs: "", link: "", about: "", ...values };
  expect((await ask(edit, { ...of, form })).status).toBe(302);
  const fresh = { path: "/publications/new", params: { register: "publications" }, cookie };
  const refused = await ask(enterNew, { ...fresh, form });
  expect([refused.status, problemsIn(refused)]).toEqual([422, { network: "network-closed" }]);
  const page = (await ask(networkPage, { path: "/networks/nepal", params: { slug: "nepal" }, cookie })).data;
  expect(page).toMatchObject({ mayAnswer: false, mayOffer: false });
});

test("removing a network asks for confirmation first", async () => {
  const { db } = app;
  const admin = someone(db, "admin", "insp-r");
  const cookie = await enter(admin.id);
  const root = networkOf(db, "insp-r");
  const names = { nl: "Fout", fr: "Fout", es: "Fout", en: "Fout" };
  const none = { country: null, variation: null, since: null };
  createNetwork(db, by(admin), admin, { slug: "fout", kind: "continental", parentId: root.id, names, ...none });
  const remove = (more: Record<string, string>) =>
    ask(closing, {
      path: "/networks/fout/close",
      params: { slug: "fout" },
      form: { intent: "remove", version: "1", ...more },
      cookie,
    });
  const there = () => allNetworks(db).some(({ slug }) => slug === "fout");
  const asked = await remove({});
  expect([asked.status, problemsIn(asked), there()]).toEqual([422, { sure: "not-confirmed" }, true]);
  expect([(await remove({ sure: "yes" })).status, there()]).toEqual([302, false]);
});
