import { describe, expect, test } from "vitest";
import { parseForm } from "~/features/core/forms.server.ts";
import { readHistory } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { actionAtVersion } from "~/features/plan/actions/as-of.server.ts";
import { editConflict, fieldsNow } from "~/features/plan/actions/edit-conflict.server.ts";
import {
  ACTION_FIELDS,
  AMENDABLE,
  FORM_FIELDS,
  type FormFieldName,
  PLAIN_FIELDS,
} from "~/features/plan/actions/fields.ts";
import { valuesOf } from "~/features/plan/actions/form.server.ts";
import { createAction, type Edit, editAction } from "~/features/plan/actions/mutations.server.ts";
import { fieldsFiled, newSchema } from "~/features/plan/actions/schemas.ts";
import { actionsTable } from "~/features/plan/boards/actions-table.server.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { readTableState } from "~/features/plan/boards/table/table-state.ts";
import { comparisonOf } from "~/features/plan/compare/screen.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { planAsOf, planNow } from "../../support/replay.ts";
import { actionOf, amendmentOf, answer, day, editOf, formOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/*
 * Every field of the one description, through every place that follows from it: what a new field does not reach fails here,
 * unless it did not compile already. A new field adds its two values to `samples` and nothing else.
 */

interface Scene {
  db: Database;
  ref: string;
  national: [number, number];
  /** Two accounts: the international network leads the action, so that either may be responsible. */
  people: [Viewer, Viewer];
}

function scene(): Scene {
  const db = seededDatabase();
  const [first, second] = allNetworks(db).filter(({ kind }) => kind === "national");
  const people: Scene["people"] = [someone(db, "member", "nepal"), someone(db, "member", "guatemala")];
  return { db, ref: "LOB-1", national: [first?.id ?? 0, second?.id ?? 0], people };
}

/** Two different values of each field of the form. */
function samples({ national, people }: Scene): { [Name in FormFieldName]: [Edit[Name], Edit[Name]] } {
  return {
    board: ["learning", "financing"],
    priority: ["high", "low"],
    actionKind: ["study", "campaign"],
    level: ["national", "continental"],
    lead: national,
    responsible: [people[0].id, people[1].id],
    labels: [["COVID-19"], ["COVID-19", "Youth"]],
    partners: [["First partner"], ["First partner", "Second partner"]],
    principles: [[1], [2, 4]],
    start: ["2027-Q1", "2027-Q2"],
    due: ["2028-Q1", "2028-Q2"],
    sourceLanguage: ["fr", "es"],
  };
}

/** Edits one field, as nobody in person. */
function set<Name extends FormFieldName>({ db, ref }: Scene, name: Name, value: Edit[Name], at = TODAY): void {
  const action = actionOf(db, ref);
  const text = (title: string) => ({ title, description: "", expectedResult: "" });
  const texts = { fr: text("Un titre"), es: text("Un título"), ...action.texts };
  const input = { ...editOf({ ...action, texts }), [name]: value };
  expect(editAction(db, { personId: null, at }, null, { ref, version: action.version, input }).status).toBe("saved");
}

async function exportedRow({ db, ref }: Scene): Promise<unknown[]> {
  const asked = {
    board: actionOf(db, ref).board,
    state: readBoardState(new URLSearchParams(), "lobbying"),
    language: "en" as const,
    viewer: someone(db, "admin", "insp-r"),
    networks: allNetworks(db),
    now: quarterOf(TODAY),
    at: TODAY,
  };
  const table = await actionsTable(db, asked, readTableState(new URLSearchParams()), i18nFor("en"));
  return table.rows.find(([first]) => first === ref) ?? [];
}

describe.each(FORM_FIELDS.map((name) => [name]))("the field %s of an action", (name) => {
  test("is written, and its history rebuilds it", () => {
    const given = scene();
    const [first, second] = samples(given)[name];
    set(given, name, first, day(1));
    const { db, ref } = given;
    const { id, version } = actionOf(db, ref);
    set(given, name, second, day(2));
    expect(fieldsNow(actionOf(db, ref))[name]).toEqual(second);
    expect(planAsOf(db, day(3))).toEqual(planNow(db));
    expect(planAsOf(db, day(1)).get(ref)?.[name]).toEqual(first);
    expect(actionAtVersion(db, id, version)?.[name]).toEqual(first);
  });

  test("comes back from the form as the form shows it", () => {
    const given = scene();
    for (const value of samples(given)[name]) {
      const fields = {
        ...fieldsNow(actionOf(given.db, given.ref)),
        "title.fr": "Un titre",
        "title.es": "Un título",
        [name]: value,
      };
      const shown = { ...valuesOf(fields), stage: "proposed" } as Record<string, string | string[]>;
      const read = parseForm(newSchema, formOf(shown));
      expect(read.ok && fieldsFiled(read.value)[name]).toEqual(value);
    }
  });

  test("is told in history, in the words of the reader", () => {
    const given = scene();
    const [first, second] = samples(given)[name];
    set(given, name, first, day(1));
    set(given, name, second, day(2));
    const { id } = actionOf(given.db, given.ref);
    const { lines } = readHistory(given.db, { actionId: id }, { by: null, kind: null, page: 1 }, "en");
    const told = lines[0]?.changes.find(({ field }) => field === name);
    expect(told).toBeDefined();
    if (["network", "person"].includes(ACTION_FIELDS[name].valueKind))
      expect(told).not.toMatchObject({ after: second });
  });

  test("is compared between two days", async () => {
    const given = scene();
    const [first, second] = samples(given)[name];
    set(given, name, first, day(1));
    set(given, name, second, day(2));
    const { db, ref } = given;
    const reader = { networks: allNetworks(db), language: "en" as const };
    const window = { from: +day(1), to: +day(3) };
    const compared = await comparisonOf(db, reader, { board: null, what: null }, window, 1);
    const changes = compared.actions.find((one) => one.ref === ref)?.steps.flatMap((step) => step.changes) ?? [];
    expect(changes.map(({ field }) => field)).toContain(name);
  });

  test("is decided where two edits differ in it", () => {
    const given = scene();
    const [first, second] = samples(given)[name];
    const { db, ref } = given;
    const before = actionOf(db, ref);
    set(given, name, first, day(1));
    const conflict = editConflict(
      db,
      { networks: allNetworks(db), language: "en" },
      actionOf(db, ref),
      before.version,
      {
        ...fieldsNow(before),
        [name]: second,
      },
    );
    expect(conflict.clashes.map(({ field }) => field)).toEqual([name]);
    expect(conflict.values[name]).toEqual(valuesOf({ [name]: second })[name]);
  });

  test.runIf(ACTION_FIELDS[name].exported)("is in the spreadsheet of its board", async () => {
    const given = scene();
    const [first, second] = samples(given)[name];
    set(given, name, first, day(1));
    const then = await exportedRow(given);
    set(given, name, second, day(2));
    expect(await exportedRow(given)).not.toEqual(then);
  });

  test.runIf(ACTION_FIELDS[name].amendable)("can be amended by a suggestion", () => {
    const given = scene();
    const { db, ref } = given;
    const [, second] = samples(given)[name];
    const author = someone(db, "member", "nepal");
    const coordinator = someone(db, "admin", "insp-r");
    const suggested = suggest(db, author, amendmentOf(db, ref, { [name]: second }));
    answer(db, coordinator, suggested, "accepted", {}, day(1));
    expect(fieldsNow(actionOf(db, ref))[name]).toEqual(second);
  });
});

test("an action that is entered with what has always existed has nothing in the later fields, and neither have old events", () => {
  const { db, national } = scene();
  const texts = { en: { title: "An action", description: "", expectedResult: "" } };
  const { ref } = createAction(db, { personId: null, at: day(1) }, null, {
    board: "lobbying",
    stage: "planned",
    priority: "normal",
    level: "national",
    lead: national[0],
    partners: [],
    principles: [],
    start: null,
    due: null,
    sourceLanguage: "en",
    origin: "direct",
    texts,
  });
  const now = planNow(db).get(ref);
  for (const name of PLAIN_FIELDS) expect(now).toHaveProperty(name);
  expect(planAsOf(db, day(2)).get(ref)).toEqual(now);
  expect(AMENDABLE).toContain("priority");
});
