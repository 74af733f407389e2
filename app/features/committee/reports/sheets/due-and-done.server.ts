import { msg } from "@lingui/core/macro";
import { STAGES } from "~/domain.ts";
import { SLIM } from "~/lib/table.ts";
import { type Maker, sheet } from "./sheet.server.ts";

export const dueAndDoneSheet: Maker = (snapshots, texts) => {
  const { i18n, labels } = texts;
  // Each review tells of all quarters up to its own: the newest tells the most.
  const { dueAndDone = [], flow = [] } = snapshots.at(-1) ?? {};
  const counts = new Map(flow.map((point) => [point.quarter, point.counts]));
  return sheet(
    "due-and-done",
    i18n._(msg`Due and done`),
    texts,
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
