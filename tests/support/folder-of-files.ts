import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of files of the test's own, in which uploads are kept until it has finished. */
export function folderOfFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), "inspir-files-"));
  process.env.FILES = folder;
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
    delete process.env.FILES;
  });
  return folder;
}
