import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseFileName } from "~/features/committee/reports/files.server.ts";
import { documentFile, documentPage } from "~/features/committee/reports/making.server.ts";
import { closeDatabase, database } from "~db/connection.ts";
import { seed } from "~seed/load.ts";
import { TODAY } from "../../support/database.ts";

const folder = mkdtempSync(join(tmpdir(), "inspir-making-"));
const before = process.env.DATABASE;

beforeAll(() => {
  closeDatabase();
  process.env.DATABASE = join(folder, "plan.db");
  seed(database(), TODAY);
});

afterAll(() => {
  closeDatabase();
  process.env.DATABASE = before;
  if (before === undefined) delete process.env.DATABASE;
  rmSync(folder, { recursive: true, force: true });
});

test("a document is made from the database, as a page and as a file, from and to plain data", async () => {
  const asked = { kind: "report", year: 2026 } as const;
  expect(await documentPage(asked, "fr")).toMatchObject({ title: expect.stringContaining("2026") });
  const file = parseFileName("report", "report.en.csv");
  expect(file && (await documentFile(asked, file))?.length).toBeGreaterThan(0);
});
