import { msg } from "@lingui/core/macro";
import { HEALTHS, STAGES } from "~/domain.ts";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, PaperLine, Section } from "../paper.ts";

export type Charted = Pick<ReviewSnapshot, "flow" | "dueAndDone" | "boards">;

/** The four figures of a review, each with the table that stands behind it. */
export function chartsSection(charted: Charted, texts: DocumentTexts): Section {
  return {
    id: "charts",
    title: texts.i18n._(msg`The plan in figures`),
    blocks: [flow(charted, texts), dueAndDone(charted, texts), health(charted, texts), keyResults(charted, texts)],
  };
}

const numeric = (name: string) => ({ name, numeric: true }) as const;

function flow({ flow: points }: Charted, { i18n, labels, format }: DocumentTexts): Block {
  return {
    kind: "chart",
    chart: "flow",
    table: {
      caption: i18n._(msg`Stages over time: number of actions at the end of each quarter`),
      columns: [{ name: i18n._(msg`Quarter`) }, ...STAGES.map((stage) => numeric(labels.stage(stage)))],
      rows: points.map(({ quarter, counts }): PaperLine[] => [
        [format.quarter(quarter)],
        ...STAGES.map((stage): PaperLine => [format.number(counts[stage])]),
      ]),
    },
  };
}

function dueAndDone({ dueAndDone: quarters }: Charted, { i18n, labels, format }: DocumentTexts): Block {
  return {
    kind: "chart",
    chart: "due-and-done",
    table: {
      caption: i18n._(msg`Due and done by quarter: number of actions`),
      columns: [{ name: i18n._(msg`Quarter`) }, numeric(i18n._(msg`Were due`)), numeric(labels.stage("done"))],
      rows: quarters.map(({ quarter, due, done }): PaperLine[] => [
        [format.quarter(quarter)],
        [format.number(due)],
        [format.number(done)],
      ]),
    },
  };
}

function health({ boards }: Charted, { i18n, labels, format }: DocumentTexts): Block {
  return {
    kind: "chart",
    chart: "health",
    table: {
      caption: i18n._(msg`Health by board: number of open actions by their newest check-in`),
      columns: [
        { name: i18n._(msg`Board`) },
        ...HEALTHS.map((one) => numeric(labels.health(one))),
        numeric(i18n._(msg`No check-in`)),
      ],
      rows: boards.map(({ board, health: counts }): PaperLine[] => [
        [labels.board(board)],
        ...HEALTHS.map((one): PaperLine => [format.number(counts[one])]),
        [format.number(counts.unknown)],
      ]),
    },
  };
}

function keyResults({ boards }: Charted, { i18n, read, format, percent }: DocumentTexts): Block {
  const value = (number: number | null): PaperLine => [number === null ? "–" : format.number(number)];
  return {
    kind: "chart",
    chart: "key-results",
    table: {
      caption: i18n._(msg`Progress against key results: percent of the way from start to target`),
      columns: [
        { name: i18n._(msg`Key result`) },
        { name: i18n._(msg`Unit`) },
        ...[i18n._(msg`Start`), i18n._(msg`Latest value`), i18n._(msg`Target`), i18n._(msg`Progress`)].map(numeric),
      ],
      rows: boards.flatMap(({ keyResults: results }) =>
        results.map((one): PaperLine[] => [
          [{ text: one.ref, strong: true, ref: one.ref }, " ", read(one.names)],
          [one.unit],
          value(one.start),
          value(one.latest),
          value(one.target),
          [percent(one.progress)],
        ]),
      ),
    },
  };
}
