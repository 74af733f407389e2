import { msg } from "@lingui/core/macro";
import { type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { plain } from "../document-texts.server.ts";
import { type Maker, rowsOf, sheet } from "./sheet.server.ts";

export const keyResultsSheet: Maker = (snapshots, texts) => {
  const { i18n, labels, read } = texts;
  return sheet(
    "key-results",
    i18n._(msg`Key results`),
    texts,
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
