import { msg } from "@lingui/core/macro";
import { suggestionName } from "~/features/core/references.ts";
import { type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { type Maker, rowsOf, sheet } from "./sheet.server.ts";

export const decisionsSheet: Maker = (snapshots, texts) => {
  const { i18n, name } = texts;
  return sheet(
    "decisions",
    i18n._(msg`Decisions`),
    texts,
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
          texts.labels.decisionState(one.state),
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
          texts.labels.position(stand),
          reason?.text ?? null,
        ]);
      }),
    ),
  );
};
