import { msg } from "@lingui/core/macro";
import type { ActionInReview, BoardReview, CheckInSaid } from "~/features/committee/reviews/snapshot.ts";
import { type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { plain } from "../document-texts.server.ts";
import { whySaid } from "../parts/actions.server.ts";
import { type Maker, rowsOf, sheet } from "./sheet.server.ts";

export const actionsSheet: Maker = (snapshots, texts) => {
  const { i18n, labels, name, read, format } = texts;
  const row = (
    action: ActionInReview,
    what: string,
    more: { from?: string; dueThen?: string; why?: string; checkIn?: CheckInSaid } = {},
  ): Datum[] => [
    labels.board(action.board),
    what,
    action.ref,
    plain([read(action.titles, action.sourceLanguage)]),
    labels.level(action.level),
    name(action.lead),
    action.responsible ?? null,
    labels.priority(action.priority),
    more.from ?? null,
    labels.stage(action.stage),
    more.dueThen ?? null,
    action.due,
    action.progress,
    action.outcome ? plain([read(action.outcome, action.sourceLanguage)]) : null,
    more.why ?? null,
    more.checkIn?.happened.text ?? null,
    more.checkIn?.obstacles?.text ?? null,
  ];
  const ofBoard = (board: BoardReview): Datum[][] => [
    ...board.attention.map((one) =>
      row(one, i18n._(msg`Needs attention`), {
        why: format.list(one.why.map((why) => whySaid(why, texts))),
        ...(one.checkIn && { checkIn: one.checkIn }),
      }),
    ),
    ...board.done.map((one) => row(one, labels.stage("done"))),
    ...board.moved.map((one) => row(one, i18n._(msg`Moved`), { from: labels.stage(one.from) })),
    ...board.slipped.map((one) => row(one, i18n._(msg`Slipped`), { dueThen: one.dueThen })),
    ...board.added.map((one) => row(one, i18n._(msg`Added`))),
    ...board.dropped.map((one) => row(one, labels.stage("dropped"))),
  ];
  return sheet(
    "actions",
    i18n._(msg`Actions`),
    texts,
    [
      [i18n._(msg`Board`), SOME],
      [i18n._(msg`What happened`), SOME],
      [i18n._(msg`Reference`), SLIM],
      [i18n._(msg`Title`), WIDE],
      [i18n._(msg`Level`), SLIM],
      [i18n._(msg`Lead network`), SOME],
      [i18n._(msg`Responsible person`), SOME],
      [i18n._(msg`Priority`), SLIM],
      [i18n._(msg`Stage before`), SLIM],
      [i18n._(msg`Stage`), SLIM],
      [i18n._(msg`Due before`), SLIM],
      [i18n._(msg`Due quarter`), SLIM],
      [i18n._(msg`Progress, %`), SLIM],
      [i18n._(msg`Result or reason`), WIDE],
      [i18n._(msg`Why it needs attention`), WIDE],
      [i18n._(msg`What happened (last check-in)`), WIDE],
      [i18n._(msg`What stands in the way`), WIDE],
    ],
    rowsOf(snapshots, ({ boards, next }) => [
      ...boards.flatMap(ofBoard),
      ...next.map((one) => row(one, i18n._(msg`Promised for the next quarter`))),
    ]),
  );
};
