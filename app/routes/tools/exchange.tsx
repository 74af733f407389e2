import { Trans } from "@lingui/react/macro";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { mayAdd } from "~/features/tools/engine/pages.server.ts";
import { LessonsLearnt } from "~/features/tools/learning/exchanges/components/lessons-learnt.tsx";
import { SignUpState } from "~/features/tools/learning/exchanges/components/places-taken.tsx";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { takenOf } from "~/features/tools/learning/exchanges/places.ts";
import { library } from "~/features/tools/learning/library/library.ts";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { TableFiles } from "~/ui/table-files.tsx";

export const loader = forViewer((visit) => {
  const { found: _, ...shown } = showEntry(visit, exchanges);
  const signups = shown.entry.parts.find(({ kind }) => kind === "signups");
  const taken = takenOf(
    shown.entry.values,
    (signups?.rows ?? []).map(({ values }) => values),
  );
  const { removed, today, values } = shown.entry;
  const begun = today >= String(values.first);
  return {
    ...shown,
    signUp: { ...taken, closed: Boolean(signups?.closed) },
    mayWrite: begun && !removed && mayAdd(visit.viewer, visit.networks, library),
  };
});

export const action = forViewer((visit) => answerOnEntry(visit, exchanges));
export const meta = titled;
export const links = registerStyle;

/** An exchange: what it is, who signed up, who was there, what was learnt. */
export default function ExchangePage() {
  const { entry, latest, signUp, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, removed, actions, leading } = entry;
  const isLesson = ({ register }: (typeof leading)[number]) => register === "library";
  return (
    <EntryView
      register={exchanges}
      entry={{ ...entry, leading: leading.filter((one) => !isLesson(one)) }}
      answer={answer}
      history={<Latest lines={latest} to={`/exchanges/${id}/history`} ofEntry />}
    >
      <SignUpState {...signUp} />
      {!removed && (
        <p className="buttons">
          <a className="button quiet" href={`/exchanges/${id}/event.ics`} download>
            <Trans>Into my calendar (.ics)</Trans>
          </a>
          <TableFiles path={`/exchanges/${id}/people`}>
            <Trans>Download who takes part</Trans>
          </TableFiles>
        </p>
      )}
      <LessonsLearnt
        exchange={id}
        mayWrite={mayWrite}
        refs={actions.map(({ ref }) => ref)}
        lessons={leading.filter(isLesson)}
      />
    </EntryView>
  );
}
