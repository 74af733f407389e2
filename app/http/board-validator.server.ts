import { createHash } from "node:crypto";
import { readCookies } from "~/features/core/cookies.server.ts";
import { isFollowing } from "~/features/core/notifications/follow.server.ts";
import { boardSubject } from "~/features/core/notifications/notice.ts";
import { unreadCount } from "~/features/core/notifications/queries.server.ts";
import type { VisitContext } from "~/features/core/visit.ts";
import { hasFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { seenIn } from "~/features/people/accounts/viewer.server.ts";
import { scopeFrom } from "~/features/plan/boards/scope.ts";
import { awaitedElsewhere, boardStamp } from "~/features/plan/boards/version.server.ts";
import { PANEL } from "~/features/plan/panel/address.ts";
import { viewsOn } from "~/features/plan/saved-views/queries.server.ts";
import { languageOf } from "~/http/language.server.ts";
import { dayOf } from "~/lib/days.ts";
import { database } from "~db/connection.ts";

const BOARD_PAGE = /^\/(?:boards\/([a-z]+)|plan)(?:\.data)?$/;

/** Which process rendered it: a program that was started anew, perhaps in a new version, makes every page anew. */
const PROCESS = createHash("sha256")
  .update(String(process.pid))
  .update(String(Date.now()))
  .digest("base64url")
  .slice(0, 8);

/**
 * The validator (ETag) of a board's page or the plan's: it changes with whatever the page shows, which is the board's events, the
 * networks', the views kept of it, the viewer and what they are told, the language and the day (in UTC, as quarters are counted), which decides what is late
 * and where the timeline has its line. Null for other pages and when signed out.
 *
 * With it an unchanged board is answered 304 without being rendered.
 */
export async function boardValidator(
  path: string,
  query: string,
  headers: Headers,
  context: VisitContext,
): Promise<string | null> {
  const page = BOARD_PAGE.exec(path);
  const board = page && scopeFrom(page[1]);
  // What is open beside the board changes with more than the board does.
  if (!board || new URLSearchParams(query).has(PANEL)) return null;
  const cookies = await readCookies(headers);
  // A form that was sent without a session is given back in the page: what the browser has stored does not show it.
  if (hasFormDraft({ db: database(), cookies, at: new Date() })) return null;
  const { viewer } = await seenIn(headers, context);
  if (!viewer) return null;
  const language = languageOf(cookies, context, viewer);
  const { id, role, networkId, boards, name, density, singleKeys } = viewer;
  const parts = [
    PROCESS,
    boardStamp(database(), board),
    // What happens on any board is the plan's own.
    board === "plan" ? "" : awaitedElsewhere(database(), board),
    id,
    name,
    role,
    networkId,
    boards.join("+"),
    language,
    density,
    singleKeys,
    dayOf(new Date()),
    unreadCount(database(), id),
    board === "plan" ? "" : isFollowing(database(), viewer, boardSubject(board)),
    // They are no events: what they are called and what they show says by itself whether they have changed.
    JSON.stringify(viewsOn(database(), board, viewer.id)),
  ];
  return `W/"${createHash("sha256").update(parts.join("|")).digest("base64url").slice(0, 22)}"`;
}
