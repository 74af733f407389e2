import type { Database } from "~db/connection.ts";

export function firstAdministratorLink(_db: Database): string | null {
  return null;
}
