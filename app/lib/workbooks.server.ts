import type { DataTable } from "./table.ts";
import { type Asker, workerPool } from "./worker-pool.server.ts";

const write = workerPool<DataTable, Uint8Array>({
  name: "workbook",
  load: () => import("./workbook.worker.server.ts"),
  threads: 1,
  waiting: 20,
  ofOne: 2,
  timeoutMs: 30_000,
  memoryMb: 256,
});

/**
 * Returns a table as a workbook (XLSX).
 *
 * @throws TooBusy, TooManyOfOne, TooMuchWork, Abandoned
 */
export async function workbookOf(table: DataTable, asker: Asker): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await write(table, asker));
}
