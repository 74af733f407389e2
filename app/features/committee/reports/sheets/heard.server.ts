import { msg } from "@lingui/core/macro";
import { SLIM, SOME } from "~/lib/table.ts";
import { type Maker, rowsOf, sheet } from "./sheet.server.ts";

export const heardSheet: Maker = (snapshots, texts) => {
  const { i18n, name, labels } = texts;
  return sheet(
    "heard",
    i18n._(msg`Who was heard`),
    texts,
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
