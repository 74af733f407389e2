import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";
import type { Milestone } from "../queries.server.ts";
import { MilestoneLine } from "./milestone-line.tsx";

/** Somebody was first: how it stands now, above the form that still has what was typed. */
export function MilestoneConflict({ now, today }: { now: Milestone | null; today: string }) {
  return (
    <Notice wrong>
      {now ? (
        <>
          <p>
            <Trans>
              Somebody changed this milestone meanwhile. Nothing of yours was saved; below is what you typed. This is
              how it stands now. Save again if yours should stand.
            </Trans>
          </p>
          <MilestoneLine milestone={now} today={today} />
        </>
      ) : (
        <p>
          <Trans>
            Somebody removed this milestone meanwhile. Nothing of yours was saved; what you typed is below: add it anew
            if it should stand.
          </Trans>
        </p>
      )}
    </Notice>
  );
}
