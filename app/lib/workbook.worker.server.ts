import type { DataTable } from "./table.ts";
import { withWholeErrors } from "./worker-errors.ts";
import { xlsxOf } from "./xlsx.server.ts";

/* A table as a workbook: written, zipped and made steady in a thread of its own. */

export default withWholeErrors((table: DataTable): Promise<Buffer> => xlsxOf([table]));
