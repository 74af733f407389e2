import { msg } from "@lingui/core/macro";
import { type Language, STAGES } from "~/domain.ts";
import type {
  ActionInReview,
  BoardReview,
  CheckInSaid,
  ReviewSnapshot,
} from "~/features/committee/reviews/snapshot.ts";
import { suggestionName } from "~/features/core/references.ts";
import { publicationsLabels } from "~/features/tools/communication/publications/labels.ts";
import type { PublishedInYear } from "~/features/tools/communication/publications/published.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { type NotificationTexts, notificationTexts, plain } from "./notify.server.ts";
import type { Sheet, SheetId } from "./paper.ts";
import { whySaid } from "./parts/actions.server.ts";
import { channelSaid } from "./parts/published.server.ts";

/**
 * The data behind a pack or a year's report, table by table: each row names its quarter, so that the sheets of several
 * reviews can be laid together. Nothing of it is left out, however long it is.
 */
export function sheetsOf(snapshots: readonly ReviewSnapshot[], language: Language): Sheet[] {
  const telling = notificationTexts(language);
  return MAKERS.map((make) => make(snapshots, telling));
}

/** A report's data: that of its reviews, and each publication of the year. */
export function yearSheets(
  snapshots: readonly ReviewSnapshot[],
  { published }: PublishedInYear,
  language: Language,
): Sheet[] {
  return [...sheetsOf(snapshots, language), publishedSheet(published, notificationTexts(language))];
}

type Maker = (snapshots: readonly ReviewSnapshot[], telling: NotificationTexts) => Sheet;

/** A sheet from its columns (name and width) and the rows of each review, before which its quarter is set. */
function sheet(
  id: SheetId,
  name: string,
  telling: NotificationTexts,
  columns: readonly (readonly [name: string, width: number])[],
  rows: Datum[][],
): Sheet {
  const all = [[telling.i18n._(msg`Quarter`), SLIM] as const, ...columns];
  return { id, name, columns: all.map(([head, width]) => ({ name: head, width })), rows };
}

const rowsOf = (snapshots: readonly ReviewSnapshot[], rows: (snapshot: ReviewSnapshot) => Datum[][]): Datum[][] =>
  snapshots.flatMap((snapshot) => rows(snapshot).map((row) => [snapshot.quarter, ...row]));

const boardsSheet: Maker = (snapshots, telling) => {
  const { i18n, labels } = telling;
  const LISTS = ["done", "moved", "slipped", "added", "dropped", "attention"] as const;
  return sheet(
    ...(["boards", i18n._(msg`Boards`), telling] as const),
    [
      [i18n._(msg`Board`), SOME],
      [i18n._(msg`Progress before, %`), SLIM],
      [i18n._(msg`Progress now, %`), SLIM],
      ...STAGES.map(labels.stage).map((stage) => [i18n._(msg`Now: ${stage}`), SLIM] as const),
      ...[i18n._(msg`Done in the quarter`), i18n._(msg`Moved`), i18n._(msg`Slipped`), i18n._(msg`Added`)].map(
        (one) => [one, SLIM] as const,
      ),
      [i18n._(msg`Dropped in the quarter`), SLIM],
      [i18n._(msg`Attention`), SLIM],
      ...[
        i18n._(msg`Were due`),
        i18n._(msg`Of these done`),
        i18n._(msg`Of these slipped`),
        i18n._(msg`Of these dropped`),
        i18n._(msg`Of these open`),
      ].map((one) => [one, SLIM] as const),
    ],
    rowsOf(snapshots, ({ boards }) =>
      boards.map((board) => [
        labels.board(board.board),
        board.progressThen,
        board.progress,
        ...STAGES.map((stage) => board.counts[stage]),
        ...LISTS.map((list) => board[list].length),
        board.commitment.due,
        board.commitment.done,
        board.commitment.slipped,
        board.commitment.dropped,
        board.commitment.open,
      ]),
    ),
  );
};

const actionsSheet: Maker = (snapshots, telling) => {
  const { i18n, labels, name, read, format } = telling;
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
        why: format.list(one.why.map((why) => whySaid(why, telling))),
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
    ...(["actions", i18n._(msg`Actions`), telling] as const),
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

const keyResultsSheet: Maker = (snapshots, telling) => {
  const { i18n, labels, read } = telling;
  return sheet(
    ...(["key-results", i18n._(msg`Key results`), telling] as const),
    [
      [i18n._(msg`Board`), SOME],
      [i18n._(msg`Reference`), SLIM],
      [i18n._(msg`Key result`), WIDE],
      [i18n._(msg`Unit`), SOME],
      ...[i18n._(msg`Start`), i18n._(msg`Target`), i18n._(msg`Latest value`), i18n._(msg`Progress, %`)].map(
        (one) => [one, SLIM] as const,
      ),
      [i18n._(msg`Due quarter`), SLIM],
      [i18n._(msg`Check-in on`), SLIM],
      [i18n._(msg`Value`), SLIM],
      [i18n._(msg`Health`), SLIM],
      [i18n._(msg`What happened`), WIDE],
      [i18n._(msg`What stands in the way`), WIDE],
    ],
    rowsOf(snapshots, ({ boards }) =>
      boards.flatMap(({ board, keyResults }) =>
        keyResults.flatMap((one): Datum[][] => {
          const measure: Datum[] = [
            labels.board(board),
            one.ref,
            plain([read(one.names)]),
            one.unit,
            one.start,
            one.target,
            one.latest,
            one.progress,
            one.due,
          ];
          if (one.checkIns.length === 0) return [[...measure, null, null, null, null, null]];
          return one.checkIns.map(({ at, value, health, happened, obstacles }) => [
            ...measure,
            at.slice(0, 10),
            value,
            labels.health(health),
            happened.text,
            obstacles?.text ?? null,
          ]);
        }),
      ),
    ),
  );
};

const decisionsSheet: Maker = (snapshots, telling) => {
  const { i18n, name } = telling;
  return sheet(
    ...(["decisions", i18n._(msg`Decisions`), telling] as const),
    [
      [i18n._(msg`Number`), SLIM],
      [i18n._(msg`State`), SLIM],
      [i18n._(msg`What was decided`), WIDE],
      [i18n._(msg`Written in`), SLIM],
      [i18n._(msg`It concerns`), SOME],
      [i18n._(msg`Who does it`), SOME],
      [i18n._(msg`Due on`), SLIM],
      [i18n._(msg`Looked at again on`), SLIM],
      [i18n._(msg`Seat`), SOME],
      [i18n._(msg`Network`), SOME],
      [i18n._(msg`Says`), SLIM],
      [i18n._(msg`Reason`), WIDE],
    ],
    rowsOf(snapshots, ({ decisions }) =>
      decisions.flatMap((one): Datum[][] => {
        const concerns = [
          ...one.concerns.map(({ ref }) => ref),
          ...one.suggestions.map(({ id }) => suggestionName(id)),
        ];
        const doer = [one.doer.person, one.doer.network && name(one.doer.network)].filter(Boolean).join(", ");
        const decision: Datum[] = [
          one.id,
          telling.labels.decisionState(one.state),
          one.text.text,
          one.text.language,
          concerns.join(", "),
          doer,
          one.dueOn,
          one.lookAgainOn,
        ];
        if (one.stands.length === 0) return [[...decision, null, null, null, null]];
        return one.stands.map(({ seat, network, stand, reason }) => [
          ...decision,
          seat,
          name(network),
          telling.labels.position(stand),
          reason?.text ?? null,
        ]);
      }),
    ),
  );
};

const heardSheet: Maker = (snapshots, telling) => {
  const { i18n, name, labels } = telling;
  return sheet(
    ...(["heard", i18n._(msg`Who was heard`), telling] as const),
    [
      [i18n._(msg`Origin`), SOME],
      [i18n._(msg`Kind`), SOME],
      ...[
        i18n._(msg`Made`),
        i18n._(msg`Supported`),
        labels.suggestionState("accepted"),
        i18n._(msg`In part`),
        labels.suggestionState("declined"),
        i18n._(msg`Waiting`),
        i18n._(msg`Days to an answer`),
        i18n._(msg`Silent`),
      ].map((one) => [one, SLIM] as const),
    ],
    rowsOf(snapshots, ({ heard }) =>
      heard.map((one) => [
        name(one.names),
        labels.kind(one.kind),
        one.made,
        one.supported,
        one.accepted,
        one.partly,
        one.declined,
        one.waiting,
        one.medianDays,
        one.silent ? i18n._(msg`yes`) : i18n._(msg`no`),
      ]),
    ),
  );
};

const dueAndDoneSheet: Maker = (snapshots, telling) => {
  const { i18n, labels } = telling;
  // Each review tells of all quarters up to its own: the newest tells the most.
  const { dueAndDone = [], flow = [] } = snapshots.at(-1) ?? {};
  const counts = new Map(flow.map((point) => [point.quarter, point.counts]));
  return sheet(
    ...(["due-and-done", i18n._(msg`Due and done`), telling] as const),
    [
      [i18n._(msg`Were due`), SLIM],
      [labels.stage("done"), SLIM],
      ...STAGES.map(labels.stage).map((stage) => [i18n._(msg`At its end: ${stage}`), SLIM] as const),
    ],
    dueAndDone.map(({ quarter, due, done }) => [
      quarter,
      due,
      done,
      ...STAGES.map((stage) => counts.get(quarter)?.[stage] ?? null),
    ]),
  );
};

function publishedSheet(published: PublishedInYear["published"], telling: NotificationTexts): Sheet {
  const { i18n, name, read } = telling;
  const { audience: said } = publicationsLabels.fields;
  return sheet(
    ...(["published", i18n._(msg`What was published`), telling] as const),
    [
      [i18n._(publicationsLabels.fields.day.label), SLIM],
      [i18n._(publicationsLabels.title), WIDE],
      [i18n._(publicationsLabels.fields.channel.label), SOME],
      [i18n._(publicationsLabels.fields.language.label), SLIM],
      [i18n._(said.label), SOME],
      [i18n._(publicationsLabels.network), SOME],
      [i18n._(publicationsLabels.fields.link.label), WIDE],
    ],
    published.map(({ titles, day, channel, language, audience, network, link }) => [
      quarterOf(new Date(`${day}T00:00:00Z`)),
      day,
      plain([read(titles)]),
      channelSaid(channel, telling),
      LANGUAGE_NAMES[language],
      audience && said.options ? i18n._(said.options[audience] ?? said.label) : null,
      name(network),
      link,
    ]),
  );
}

const MAKERS: readonly Maker[] = [
  boardsSheet,
  actionsSheet,
  keyResultsSheet,
  decisionsSheet,
  heardSheet,
  dueAndDoneSheet,
];
