import { config } from "~/config.server.ts";
import type { Database } from "~db/connection.ts";
import { firstAdministratorToken } from "./welcome.server.ts";

/** The address that makes a new installation's first administrator; null in evaluation mode and once there is anybody. */
export function firstAdministratorLink(db: Database, at: Date): string | null {
  const { origin, evaluation } = config();
  const token = evaluation ? null : firstAdministratorToken(db, at);
  return token && `${origin}/welcome/${token}`;
}
