import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { storageTrouble } from "~db/storage-trouble.ts";

/** What a piece of work throws. */
function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

// Linux has a device that is always full.
test.runIf(existsSync("/dev/full"))("a full disk under the folder of files is trouble with the disk", () => {
  expect(storageTrouble(thrownBy(() => writeFileSync("/dev/full", "a document")))).toBe("the disk is full");
});

test("what is not the disk's fault is not called so", () => {
  expect(storageTrouble(thrownBy(() => readFileSync("/there/is/no/such/file")))).toBeNull();
  expect([storageTrouble(new TypeError("a bug")), storageTrouble(null), storageTrouble("ENOSPC")]).toEqual([
    null,
    null,
    null,
  ]);
});
