import { Trans } from "@lingui/react/macro";
import { useFetcher } from "@remix-run/react";
import type { CheckInAnswer } from "~/features/plan/key-results/check-in-form.server.ts";
import { CheckInForm } from "~/features/plan/key-results/components/check-in-form.tsx";
import { Fold } from "~/ui/fold.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { isLineLost } from "~/ui/lost-line.ts";
import { Notice } from "~/ui/notice.tsx";
import type { PanelData } from "../panel.server.ts";

/** The form of a check-in, folded until it is wanted; what is typed in it stays until it is saved. */
export function PanelCheckIn({ panel: { ref, keyResults } }: { panel: PanelData }) {
  const fetcherKey = `check-in-${ref}`;
  const fetcher = useFetcher<CheckInAnswer>({ key: fetcherKey });
  const busy = fetcher.state !== "idle";
  const answer = !busy && fetcher.data && "ok" in fetcher.data ? fetcher.data : null;
  const again = answer && !answer.ok ? answer : null;
  const isOpen = again !== null;
  return (
    <Fold open={isOpen} label={<Trans>Check in</Trans>}>
      <FormNotices problems={again?.status === 422} lineLost={!busy && isLineLost(fetcher.data)} />
      {again?.status === 409 && (
        <Notice wrong>
          <Trans>
            A key result for which you gave a value is no longer followed. Nothing was saved; the rest of what you typed
            is below.
          </Trans>
        </Notice>
      )}
      <CheckInForm
        keyResults={keyResults.filter(({ retired }) => !retired)}
        values={again?.submitted ?? {}}
        problems={again?.status === 422 ? again.problems : {}}
        back={`/actions/${ref}`}
        sending={{ action: `/actions/${ref}/check-in`, navigate: false, fetcherKey }}
        busy={busy}
        cancel={null}
      />
    </Fold>
  );
}
