import { expect, test } from "vitest";
import { search } from "~/features/search/queries.server.ts";
import { seededDatabase } from "../support/database.ts";

test("x", () => {
  const db = seededDatabase();
  for (const q of ["note strategique", "LOB-3", "nepal", "ILO", "EU"]) {
    const r = search(db, { q, kind: null, page: 1 }, "en");
    console.log(q, r.counts, r.found.slice(0, 3));
  }
});
