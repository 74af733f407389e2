import fc from "fast-check";
import { ACTION_KINDS, BOARDS, LANGUAGES, LEVELS, PRIORITIES } from "~/domain.ts";
import type { FormFieldName } from "~/features/plan/actions/fields.ts";
import type { Edit } from "~/features/plan/actions/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema.ts";
import { TODAY } from "./database.ts";

/* Actions with any values, for properties of history. A field that is missing here does not compile. */

const quarter = fc.option(fc.constantFrom("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q4"), { nil: null });
const text = fc.record({
  title: fc.string({ minLength: 1, maxLength: 30 }),
  description: fc.string({ maxLength: 30 }),
  expectedResult: fc.string({ maxLength: 10 }),
});

const RESPONSIBLE = ["responsible-1", "responsible-2"] as const;

const FIELDS: { [Name in Exclude<FormFieldName, "lead">]: fc.Arbitrary<Edit[Name]> } = {
  board: fc.constantFrom(...BOARDS),
  priority: fc.constantFrom(...PRIORITIES),
  actionKind: fc.constantFrom(null, ...ACTION_KINDS),
  level: fc.constantFrom(...LEVELS),
  responsible: fc.constantFrom(null, ...RESPONSIBLE),
  labels: fc.subarray(["COVID-19", "Youth", "Été"]),
  partners: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 }),
  principles: fc.subarray([1, 2, 3, 4, 5] as const).map((list) => [...list]),
  start: quarter,
  due: quarter,
  sourceLanguage: fc.constantFrom(...LANGUAGES),
};

/** What a form gives, but for its lead network: the first network or the second, which lies below it. */
export const filedAction: fc.Arbitrary<Omit<Edit, "lead">> = fc.record({
  ...FIELDS,
  texts: fc.dictionary(fc.constantFrom(...LANGUAGES), text, { minKeys: 1 }),
});

/** Enters those whom `filedAction` names, in the second network. */
export function enterResponsible(db: Database): void {
  for (const id of RESPONSIBLE) {
    const account = { email: `${id}@example.org`, emailVerified: true, createdAt: TODAY, updatedAt: TODAY };
    db.insert(people)
      .values({ id, name: id, role: "member", networkId: 2, ...account })
      .run();
  }
}
