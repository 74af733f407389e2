import { expect, test } from "vitest";
import { allRegisters } from "~/features/tools/engine/all.ts";
import { fileField } from "~/features/tools/engine/field.ts";
import { takesFiles } from "~/http/takes-files.server.ts";

test("every part of a register that has a file takes one, and no other does", () => {
  const parts = allRegisters().flatMap(({ name, parts: kinds }) =>
    Object.entries(kinds).map(([kind, { fields }]) => ({
      path: `/${name}/12/parts/${kind}`,
      file: fileField(fields) !== undefined,
    })),
  );
  expect(parts.filter(({ file }) => file).map(({ path }) => path)).toEqual(
    expect.arrayContaining(["/proposals/12/parts/versions", "/identity/12/parts/versions"]),
  );
  for (const { path, file } of parts) {
    expect(takesFiles(path), path).toBe(file);
    expect(takesFiles(`${path}.data`), path).toBe(file);
  }
});

test("so do an action's documents; nothing else does", () => {
  expect(takesFiles("/actions/LOB-3/documents")).toBe(true);
  expect(takesFiles("/actions/LOB-3/documents.data")).toBe(true);
  for (const path of ["/actions/LOB-3/edit", "/identity/12", "/constructor/1/parts/x", "/identity/1/parts/constructor"])
    expect(takesFiles(path), path).toBe(false);
});
