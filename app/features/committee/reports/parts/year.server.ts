import { msg, plural } from "@lingui/core/macro";
import { BOARDS } from "~/domain.ts";
import type { HeardFrom, PlanStatus, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, PaperLine, Section } from "../paper.ts";
import type { ReviewSource } from "../source.ts";
import { actionEntry, keyResultEntry } from "./actions.server.ts";
import { sum } from "./adding.ts";
import { decisionEntry } from "./decisions.server.ts";
import { heardTable } from "./heard.server.ts";
import { nextSaid } from "./summary.server.ts";

/* The sections of a year's report: each takes the year's closed reviews, the first quarter first; there is one at least. */

type Snapshots = readonly ReviewSnapshot[];

/** What each board achieved: how far it came, everything that was done, its key results as they stood at the end. */
export function resultsBlocks(snapshots: Snapshots, texts: DocumentTexts): Block[] {
  const { i18n, labels, percent, format } = texts;
  return BOARDS.flatMap((board): Block[] => {
    const quarters = snapshots.flatMap(({ boards }) => boards.filter((one) => one.board === board));
    const [first, last] = [quarters[0], quarters.at(-1)];
    if (!first || !last) return [];
    const [from, to] = [percent(first.progressThen), percent(last.progress)];
    const done = quarters.flatMap((one) => one.done);
    return [
      { kind: "heading", text: labels.board(board) },
      {
        kind: "text",
        line: [
          from === to ? i18n._(msg`Progress stayed at ${to}.`) : i18n._(msg`Progress went from ${from} to ${to}.`),
        ],
      },
      { kind: "text", line: [commitmentOfYear(quarters, texts)] },
      ...(done.length > 0
        ? ([
            { kind: "text", line: [{ text: `${labels.stage("done")} (${format.number(done.length)})`, strong: true }] },
            { kind: "entries", entries: done.map((one) => actionEntry(one, texts)) },
          ] satisfies Block[])
        : ([{ kind: "text", line: [i18n._(msg`No action was done.`)] }] satisfies Block[])),
      ...(last.keyResults.length > 0
        ? ([
            { kind: "text", line: [{ text: i18n._(msg`Key results`), strong: true }] },
            { kind: "entries", entries: last.keyResults.map((one) => keyResultEntry(one, texts)) },
          ] satisfies Block[])
        : []),
    ];
  });
}

/** The quarters' promises taken together: what was due in each when it began. */
function commitmentOfYear(quarters: readonly PlanStatus[], texts: DocumentTexts): string {
  const of = (part: keyof PlanStatus["commitment"]) => sum(quarters, ({ commitment }) => commitment[part]);
  const due = of("due");
  const { i18n, format } = texts;
  if (due === 0) return i18n._(msg`No action was due in these quarters when they began.`);
  const done = format.number(of("done"));
  const [slipped, dropped] = [format.number(of("slipped")), format.number(of("dropped"))];
  return i18n._(
    msg`Of the ${plural(due, { one: "# action that was due", other: "# actions that were due" })} in a quarter when it began, done: ${done}, slipped: ${slipped}, dropped: ${dropped}.`,
  );
}

/** The year's suggestions by origin: the quarters added up. A median cannot be added, so that none is given. */
export function heardBlocks(snapshots: Snapshots, texts: DocumentTexts): Block[] {
  const { i18n, format, name } = texts;
  const origins = new Map<number | string, HeardFrom & { quarters: number }>();
  for (const { heard } of snapshots) {
    for (const one of heard) {
      // One that was renamed between two closings is one network still, under its later name.
      const key = one.networkId ?? one.names.en;
      const before = origins.get(key);
      origins.set(key, before ? added(before, one) : { ...one, medianDays: null, quarters: one.silent ? 1 : 0 });
    }
  }
  const silent = [...origins.values()]
    .filter(({ quarters }) => quarters === snapshots.length)
    .map((one) => name(one.names));
  const names = format.list(silent);
  const table = heardTable([...origins.values()], texts);
  const last = table.columns.length - 1;
  return [
    {
      kind: "table",
      table: {
        caption: i18n._(msg`Suggestions by origin: numbers of suggestions in the year’s closed quarters`),
        columns: table.columns.slice(0, last),
        rows: table.rows.map((row) => row.slice(0, last)),
      },
    },
    ...(silent.length > 0
      ? [{ kind: "text", line: [i18n._(msg`Nothing came in any of these quarters from: ${names}.`)] } satisfies Block]
      : []),
  ];
}

function added(before: HeardFrom & { quarters: number }, one: HeardFrom): HeardFrom & { quarters: number } {
  return {
    networkId: one.networkId,
    names: one.names,
    kind: one.kind,
    medianDays: null,
    silent: before.silent && one.silent,
    made: before.made + one.made,
    supported: before.supported + one.supported,
    accepted: before.accepted + one.accepted,
    partly: before.partly + one.partly,
    // What waited at the end of an earlier quarter has had its time since: the newest review says what still waits.
    declined: before.declined + one.declined,
    waiting: one.waiting,
    quarters: before.quarters + (one.silent ? 1 : 0),
  };
}

/** How large the network is, and how the plan stood at the end of each quarter. */
export function networkBlocks(snapshots: Snapshots, { i18n, format, percent }: DocumentTexts): Block[] {
  const { network } = snapshots.at(-1) as ReviewSnapshot;
  const { published, entered } = network;
  const members = i18n._(
    msg`${plural(entered.members, { one: "# member organisation", other: "# member organisations" })}`,
  );
  const national = i18n._(
    msg`${plural(entered.national, { one: "# national network", other: "# national networks" })}`,
  );
  const continental = i18n._(
    msg`${plural(entered.continental, { one: "# continental network", other: "# continental networks" })}`,
  );
  const list = format.list([members, national, continental]);
  return [
    ...(published ? publishedFigures(published, { i18n, format }) : []),
    { kind: "text", line: [i18n._(msg`Entered in this tracker: ${list}.`)] },
    {
      kind: "table",
      table: {
        caption: i18n._(msg`The plan by quarter: progress in percent, then numbers of actions`),
        columns: [
          { name: i18n._(msg`Quarter`) },
          ...[
            i18n._(msg`Progress`),
            i18n._(msg`Done`),
            i18n._(msg`Added`),
            i18n._(msg`Slipped`),
            i18n._(msg`Dropped`),
          ].map((name) => ({ name, numeric: true }) as const),
        ],
        rows: snapshots.map(({ quarter, whole, boards }): PaperLine[] => [
          [format.quarter(quarter)],
          [percent(whole.progress)],
          ...(["done", "added", "slipped", "dropped"] as const).map(
            (list): PaperLine => [format.number(sum(boards, (board) => board[list].length))],
          ),
        ]),
      },
    },
  ];
}

/** What the network published of its size: one source, with its year, so that the figures belong together. */
function publishedFigures(
  published: NonNullable<ReviewSnapshot["network"]["published"]>,
  { i18n, format }: Pick<DocumentTexts, "i18n" | "format">,
): Block[] {
  const year = `${published.year}`;
  return [
    {
      kind: "figures",
      figures: [
        { value: format.number(published.members), name: i18n._(msg`member organisations`) },
        { value: format.number(published.national), name: i18n._(msg`national networks`) },
        { value: format.number(published.continental), name: i18n._(msg`continental networks`) },
      ],
    },
    { kind: "text", line: [i18n._(msg`As the network published them for ${year}.`)] },
  ];
}

/** When the committee met, who was there and signed, and what it decided. */
export function committeeBlocks(snapshots: Snapshots, texts: DocumentTexts): Block[] {
  const { i18n, format, dayOf } = texts;
  const adopted = snapshots.flatMap(({ decisions }) => decisions.filter(({ state }) => state === "adopted"));
  return [
    {
      kind: "table",
      table: {
        caption: i18n._(msg`The committee’s reviews: numbers of seats and decisions`),
        columns: [
          { name: i18n._(msg`Quarter`) },
          { name: i18n._(msg`Met on`) },
          ...[i18n._(msg`Seats present`), i18n._(msg`Seats signed off`), i18n._(msg`Decisions adopted`)].map(
            (name) => ({ name, numeric: true }) as const,
          ),
        ],
        rows: snapshots.map(({ quarter, meeting, seats, decisions }): PaperLine[] => [
          [format.quarter(quarter)],
          [meeting.at ? dayOf(meeting.at) : "–"],
          [format.number(seats.filter(({ present }) => present).length)],
          [format.number(seats.filter(({ signedOff }) => signedOff).length)],
          [format.number(decisions.filter(({ state }) => state === "adopted").length)],
        ]),
      },
    },
    ...(adopted.length > 0
      ? ([
          { kind: "heading", text: i18n._(msg`What was decided`) },
          { kind: "entries", entries: adopted.map((one) => decisionEntry(one, texts)) },
        ] satisfies Block[])
      : ([{ kind: "text", line: [i18n._(msg`No decision was taken.`)] }] satisfies Block[])),
  ];
}

/** What lies ahead: what is due in the quarter after the newest review. */
export function outlookBlocks(snapshots: Snapshots, texts: DocumentTexts): Block[] {
  const { next } = snapshots.at(-1) as ReviewSnapshot;
  return [
    { kind: "text", line: [nextSaid({ next }, texts)] },
    { kind: "entries", entries: next.map((one) => actionEntry(one, texts)) },
  ];
}

/** The checksum of each review that the report is made from. */
export function verifyYear(reviews: readonly ReviewSource[], { i18n, format, dayOf }: DocumentTexts): Section {
  return {
    id: "verify",
    title: i18n._(msg`How to verify this document`),
    blocks: [
      {
        kind: "text",
        line: [
          i18n._(
            msg`The figures come from the closed reviews, those of what was published from its register, and the prose from the coordinators. The SHA-256 of each review’s data:`,
          ),
        ],
      },
      ...reviews.flatMap(({ snapshot, frozen }): Block[] =>
        frozen
          ? [
              {
                kind: "text",
                line: [{ text: format.quarter(snapshot.quarter), strong: true }, ` · ${dayOf(frozen.at)}`],
              },
              { kind: "code", text: frozen.sha256 },
            ]
          : [],
      ),
      { kind: "code", text: "npm run verify:reviews" },
    ],
  };
}
