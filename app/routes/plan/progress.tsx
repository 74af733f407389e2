import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { ALONG } from "~/features/plan/actions/progress.ts";
import { FLOW } from "~/features/plan/actions/stage.ts";
import { WITHOUT_CHECK_IN_DAYS } from "~/features/plan/key-results/without-check-in.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

export const loader = forViewer(({ i18n }) => ({
  along: FLOW.map((stage) => ({ stage, percent: ALONG[stage] ?? 0 })),
  withoutCheckInDays: WITHOUT_CHECK_IN_DAYS,
  title: i18n._(msg`How progress is counted`),
}));

export const meta = titled;

/** How progress is counted, for whoever wonders at a figure (docs/progress.md says the same). */
export default function ProgressPage() {
  const { along, withoutCheckInDays } = useLoaderData<typeof loader>();
  const labels = useLabels();
  const format = useFormat();
  return (
    <main id="content" className="page narrow progress-page">
      <h1>
        <Trans>How progress is counted</Trans>
      </h1>
      <p className="lead">
        <Trans>Progress is counted in one place, and is the same on every screen.</Trans>
      </p>
      <section className="section">
        <h2>
          <Trans>An action with key results</Trans>
        </h2>
        <p>
          <Trans>
            Each key result is as far as its latest value has come from its start to its target: from 0 to 10 with a
            value of 4 it has come 40 %. It is never less than 0 nor more than 100 %, and a target may lie below the
            start.
          </Trans>
        </p>
        <p>
          <Trans>
            The action is as far as the mean of the key results that are followed. One without a check-in yet stands at
            its start. An action that is done is at 100 %, and 100 % is said only where all of it is there.
          </Trans>
        </p>
      </section>
      <section className="section">
        <h2>
          <Trans>An action without</Trans>
        </h2>
        <p>
          <Trans>As long as no key result has a value, the stage of an action stands for its progress:</Trans>
        </p>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Stage</Trans>
              </th>
              <th scope="col">
                <Trans>Progress</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {along.map(({ stage, percent }) => (
              <tr key={stage}>
                <td>{labels.stage(stage)}</td>
                <td>{format.percent(percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <Trans>On hold and dropped, an action has no progress, whatever was measured.</Trans>
        </p>
      </section>
      <section className="section">
        <h2>
          <Trans>A stage, a board, the plan</Trans>
        </h2>
        <p>
          <Trans>
            Their progress is the mean over all actions that are promised. What is on hold is promised still and counts
            as 0 %; what is dropped does not count. Beside it stands how many of the promised actions are done.
          </Trans>
        </p>
      </section>
      <section className="section" id="late">
        <h2>
          <Trans>Late</Trans>
        </h2>
        <p>
          <Trans>
            An open action is late from the first day after its due quarter. Quarters are counted in UTC, the same for
            every continent.
          </Trans>
        </p>
      </section>
      <section className="section" id="check-ins">
        <h2>
          <Trans>Without a check-in</Trans>
        </h2>
        <p>
          <Plural
            value={withoutCheckInDays}
            one="An action that is under way or under review waits for a check-in once it has had none for # day. The days count from its newest check-in, or from the day on which it came to be under way or under review, whichever is later."
            other="An action that is under way or under review waits for a check-in once it has had none for # days. The days count from its newest check-in, or from the day on which it came to be under way or under review, whichever is later."
          />
        </p>
      </section>
      <section className="section" id="waiting">
        <h2>
          <Trans>Waiting for you</Trans>
        </h2>
        <p>
          <Trans>
            This is everything on “My part” that you owe: decisions, answers to suggestions, check-ins, answers for a
            network that you may answer for, and actions of yours to move on.
          </Trans>
        </p>
        <p>
          <Trans>
            You owe an answer to a suggestion on your boards as long as nobody has written one, asked the author a
            question or put it off to a later day. What you suggested yourself is for somebody else to answer.
          </Trans>
        </p>
      </section>
    </main>
  );
}
