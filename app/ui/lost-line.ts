import type { ClientActionFunctionArgs } from "@remix-run/react";
import { alsoOnConflict } from "./revalidate.ts";

/** What a fetcher is told when the person gave up waiting for the line (app/ui/connection.ts). */
export interface LineLost {
  lineLost: true;
}

/**
 * A `clientAction` for routes to which a fetcher sends: a fetcher that fails gives the page over to an error page, where a form
 * of the page's own stays as it is.
 */
export async function keepOnLostLine({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { lineLost: true } satisfies LineLost;
  }
}

export function isLineLost(answer: unknown): answer is LineLost {
  return typeof answer === "object" && answer !== null && "lineLost" in answer;
}

/** For such a route's `shouldRevalidate`: without a line, asking for the page's data again would only fail. */
export function unlessLineLost(asked: Parameters<typeof alsoOnConflict>[0] & { actionResult?: unknown }): boolean {
  return isLineLost(asked.actionResult) ? false : alsoOnConflict(asked);
}
