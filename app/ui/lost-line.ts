import type { ClientActionFunctionArgs } from "@remix-run/react";

/** What a form's page is told when its request got no answer. */
export interface LineLost {
  lineLost: true;
}

/**
 * A `clientAction` for forms in which people type much: when the line drops, the page stays as it is, with all that was
 * typed, instead of giving way to an error page.
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

/**
 * For a route's `shouldRevalidate`: without a line, asking for the page's data again would only fail; where somebody else
 * was first (409), the page has to show what stands now.
 */
export function unlessLineLost({
  actionResult,
  actionStatus,
  defaultShouldRevalidate,
}: {
  actionResult?: unknown;
  actionStatus?: number;
  defaultShouldRevalidate: boolean;
}): boolean {
  return isLineLost(actionResult) ? false : actionStatus === 409 || defaultShouldRevalidate;
}
