import { msg, plural } from "@lingui/core/macro";
import type { PlanStatus, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, PaperLine, Section } from "../paper.ts";
import { sum } from "./adding.ts";

/** The quarter on one page, in sentences with their figures, and the boards beside each other. */
export function summaryOf(snapshot: ReviewSnapshot, texts: DocumentTexts, corrections: string[]): Section {
  const { i18n } = texts;
  const sentences = [
    progressSaid(snapshot.whole, texts),
    movementSaid(snapshot, texts),
    commitmentSaid(snapshot.whole.commitment, texts),
    attentionSaid(snapshot, texts),
    heardSaid(snapshot, texts),
    decisionsSaid(snapshot, texts),
    nextSaid(snapshot, texts),
  ];
  return {
    id: "summary",
    title: i18n._(msg`The quarter on one page`),
    blocks: [
      ...correctionsSaid(corrections, texts),
      ...sentences.map((said, place): Block => ({ kind: "text", line: [said], ...(place === 0 && { lead: true }) })),
      boardsTable(snapshot, texts),
    ],
  };
}

/** How far the plan, or a board, is, set beside where it was. */
export function progressSaid({ progress, progressThen }: PlanStatus, { i18n, format }: DocumentTexts): string {
  const now = format.percent(progress);
  const by = Math.abs(progress - progressThen);
  const points = i18n._(msg`${plural(by, { one: "# point", other: "# points" })}`);
  if (progress > progressThen)
    return i18n._(msg`Progress stands at ${now}: ${points} more than when the quarter began.`);
  if (progress < progressThen)
    return i18n._(msg`Progress stands at ${now}: ${points} less than when the quarter began.`);
  return i18n._(msg`Progress stands at ${now}, as when the quarter began.`);
}

/** What moved, or that nothing did. */
export function movementSaid(snapshot: Pick<ReviewSnapshot, "boards">, { i18n, format }: DocumentTexts): string {
  const of = (list: "done" | "moved" | "slipped" | "added" | "dropped") =>
    sum(snapshot.boards, (board) => board[list].length);
  const [done, moved, slipped, added, dropped] = [of("done"), of("moved"), of("slipped"), of("added"), of("dropped")];
  const said = [
    done > 0 && i18n._(msg`${plural(done, { one: "# action was done", other: "# actions were done" })}`),
    moved > 0 && i18n._(msg`${plural(moved, { one: "# moved to another stage", other: "# moved to another stage" })}`),
    slipped > 0 &&
      i18n._(msg`${plural(slipped, { one: "# slipped to a later quarter", other: "# slipped to a later quarter" })}`),
    added > 0 && i18n._(msg`${plural(added, { one: "# was added", other: "# were added" })}`),
    dropped > 0 && i18n._(msg`${plural(dropped, { one: "# was dropped", other: "# were dropped" })}`),
  ].filter((one): one is string => one !== false);
  if (said.length === 0) return i18n._(msg`Nothing moved in this quarter.`);
  const list = format.list(said);
  return i18n._(msg`In the quarter: ${list}.`);
}

/** Commitment integrity: what became of what was due. */
export function commitmentSaid(
  { due, done, slipped, dropped, open }: PlanStatus["commitment"],
  { i18n, format }: DocumentTexts,
): string {
  if (due === 0) return i18n._(msg`When the quarter began, no action was due in it.`);
  const became = [
    done > 0 && i18n._(msg`${plural(done, { one: "# is done", other: "# are done" })}`),
    slipped > 0 && i18n._(msg`${plural(slipped, { one: "# slipped", other: "# slipped" })}`),
    dropped > 0 && i18n._(msg`${plural(dropped, { one: "# is dropped", other: "# are dropped" })}`),
    open > 0 && i18n._(msg`${plural(open, { one: "# is still open", other: "# are still open" })}`),
  ].filter((one): one is string => one !== false);
  const list = format.list(became);
  return i18n._(
    msg`When the quarter began, ${plural(due, { one: "# action was due in it", other: "# actions were due in it" })}: ${list}.`,
  );
}

function attentionSaid({ boards }: ReviewSnapshot, { i18n }: DocumentTexts): string {
  const count = sum(boards, ({ attention }) => attention.length);
  const late = sum(
    boards,
    ({ attention }) => attention.filter(({ why }) => why.some(({ what }) => what === "late")).length,
  );
  if (count === 0) return i18n._(msg`No action asks for attention.`);
  return i18n._(
    msg`${plural(count, { one: "# action asks for attention", other: "# actions ask for attention" })}; ${plural(late, { 0: "none is late", one: "# of them is late", other: "# of them are late" })}.`,
  );
}

function heardSaid({ heard }: ReviewSnapshot, { i18n, format }: DocumentTexts): string {
  // A continent's line counts its countries with it.
  const continents = heard.filter(({ kind }) => kind === "continental");
  const made = sum(continents, (one) => one.made);
  const accepted = sum(continents, (one) => one.accepted + one.partly);
  const silent = heard.filter((one) => one.silent && one.kind === "national").length;
  const first =
    made === 0
      ? i18n._(msg`No suggestion came from members.`)
      : i18n._(
          msg`Members made ${plural(made, { one: "# suggestion", other: "# suggestions" })}; ${plural(accepted, { 0: "none is accepted so far", one: "# is accepted, whole or in part", other: "# are accepted, whole or in part" })}.`,
        );
  if (silent === 0) return first;
  const number = format.number(silent);
  return `${first} ${i18n._(msg`National networks from which nothing came: ${number}.`)}`;
}

function decisionsSaid({ decisions, seats }: ReviewSnapshot, { i18n, format }: DocumentTexts): string {
  const adopted = decisions.filter(({ state }) => state === "adopted").length;
  const present = format.number(seats.filter((seat) => seat.present).length);
  const all = format.number(seats.length);
  return i18n._(
    msg`${present} of the committee’s ${all} seats were present; ${plural(adopted, { 0: "no decision was taken", one: "# decision was taken", other: "# decisions were taken" })}.`,
  );
}

/** How much is due in the quarter that follows. */
export function nextSaid({ next }: Pick<ReviewSnapshot, "next">, { i18n }: DocumentTexts): string {
  const count = next.length;
  return i18n._(
    msg`${plural(count, { 0: "No action is due in the next quarter", one: "# action is due in the next quarter", other: "# actions are due in the next quarter" })}.`,
  );
}

function correctionsSaid(days: string[], { i18n, format }: DocumentTexts): Block[] {
  if (days.length === 0) return [];
  const when = format.list(days);
  return [
    {
      kind: "notice",
      line: [
        i18n._(
          msg`Corrected after closing (${when}): the original stands as it was, the corrections stand beside it under “Corrections”.`,
        ),
      ],
    },
  ];
}

/** Every board in one row: where it was, where it is, and how many of its actions did what. */
export function boardsTable({ boards, whole }: Pick<ReviewSnapshot, "boards" | "whole">, texts: DocumentTexts): Block {
  const { i18n, labels, percent, format } = texts;
  const figures = (status: PlanStatus, counts: number[]): PaperLine[] =>
    [percent(status.progressThen), percent(status.progress), ...counts.map(format.number)].map((said) => [said]);
  const LISTS = ["done", "moved", "slipped", "added", "dropped", "attention"] as const;
  return {
    kind: "table",
    table: {
      caption: i18n._(msg`The boards: progress in percent, then numbers of actions`),
      columns: [
        { name: i18n._(msg`Board`) },
        ...[
          i18n._(msg`Before`),
          i18n._(msg`Now`),
          labels.stage("done"),
          i18n._(msg`Moved`),
          i18n._(msg`Slipped`),
          i18n._(msg`Added`),
          labels.stage("dropped"),
          i18n._(msg`Attention`),
        ].map((name) => ({ name, numeric: true }) as const),
      ],
      rows: [
        ...boards.map((board) => [
          [labels.board(board.board)],
          ...figures(
            board,
            LISTS.map((list) => board[list].length),
          ),
        ]),
        [
          [{ text: i18n._(msg`The whole plan`), strong: true }],
          ...figures(
            whole,
            LISTS.map((list) => sum(boards, (board) => board[list].length)),
          ),
        ],
      ],
    },
  };
}
