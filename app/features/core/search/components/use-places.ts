import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useLingui as useMacro } from "@lingui/react/macro";
import { useRouteLoaderData } from "@remix-run/react";
import { BOARDS, type Board, REGISTERS } from "~/domain.ts";
import { foldText } from "~/lib/fold.ts";
import type { FrameData } from "~/ui/frame-data.ts";
import { useLabels } from "~/ui/labels.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";

interface Place {
  to: string;
  name: string;
  board: Board | null;
}

const PAGES: readonly (readonly [to: string, name: MessageDescriptor])[] = [
  ["/", msg`Overview`],
  ["/my", msg`My part`],
  ["/suggestions", msg`Suggestions`],
  ["/suggestions?mine", msg`My suggestions`],
  ["/suggestions/new", msg`Suggest`],
  ["/suggestions/inbox", msg`Inbox`],
  ["/suggestions/paper", msg`Paper form for suggestions`],
  ["/notices", msg`Notices`],
  ["/reviews", msg`Reviews`],
  ["/reviews", msg`Packs of the reviews`],
  ["/decisions", msg`Decisions`],
  ["/networks", msg`Networks`],
  ["/networks/voice", msg`Who is heard`],
  ["/committee", msg`Committee`],
  ["/people", msg`People`],
  ["/actions/new", msg`New action`],
  ["/settings", msg`Settings`],
  ["/keyboard", msg`Keyboard`],
  ["/funding/totals", msg`Totals`],
  ["/funding/rates", msg`Exchange rates`],
  ["/exchanges/calendar", msg`Calendar of exchanges`],
  ["/publications/calendar", msg`Editorial calendar`],
  ["/plan/compare", msg`What changed between two days`],
  ["/progress", msg`How progress is counted`],
  ["/reports", msg`Reports of the years`],
  ["/due", msg`Late or due`],
  ["/check-ins", msg({ message: "Check-ins", context: "several of them" })],
  ["/suggestions/workshops", msg`Workshops`],
  ["/people/invite", msg`Invite somebody`],
  ["/networks/new", msg`Add a network`],
];

/** For those alone who may go there. */
const FOR_WORKERS = ["/people", "/people/invite", "/actions/new", "/suggestions/inbox"];
const FOR_WRITERS = ["/suggestions/new", "/suggestions/workshops"];

/** The boards and the pages of the viewer in whose names every typed word begins a word; all of them at first. */
export function usePlaces(typed: string): Place[] {
  const { _ } = useLingui();
  const words = useLabels();
  const viewer = useRouteLoaderData<FrameData>("root")?.viewer;
  const { t } = useMacro();
  const sought = foldText(typed).split(/\s+/).filter(Boolean);
  const fits = (name: string) => {
    const parts = foldText(name).split(/[^\p{L}\p{N}]+/u);
    return sought.every((word) => parts.some((part) => part.startsWith(word)));
  };
  /** What can be done with a board, once somebody types: the list at first is of places. */
  const waysOf = (board: Board): Place[] => {
    const name = words.boardShort(board);
    const at = `/boards/${board}`;
    return [
      ...(viewer?.seesPeople ? [{ to: `/actions/new?board=${board}`, name: t`Add an action: ${name}`, board }] : []),
      ...(viewer?.suggests ? [{ to: `/suggestions/new?board=${board}`, name: t`Suggest: ${name}`, board }] : []),
      { to: `${at}?view=table`, name: t`Table: ${name}`, board },
      { to: `${at}?view=timeline`, name: t`Timeline: ${name}`, board },
      { to: `${at}/history`, name: t`History: ${name}`, board },
    ];
  };
  return [
    ...BOARDS.map((board) => ({ to: `/boards/${board}`, name: words.board(board), board })),
    { to: "/plan", name: words.wholePlan(), board: null },
    ...PAGES.filter(([to]) => {
      if (FOR_WORKERS.includes(to)) return viewer?.seesPeople;
      if (to === "/networks/new") return viewer?.role === "admin";
      return !FOR_WRITERS.includes(to) || viewer?.suggests;
    }).map(([to, name]) => ({ to, name: _(name), board: null })),
    ...BOARDS.flatMap((board) =>
      REGISTERS[board].map((register) => ({ to: `/${register}`, name: _(REGISTER_NAMES[register]), board })),
    ),
    ...(sought.length > 0 ? BOARDS.flatMap(waysOf) : []),
  ].filter(({ name }) => fits(name));
}
