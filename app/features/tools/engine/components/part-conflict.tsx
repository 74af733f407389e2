import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** Somebody was first: said above how it stands now, and above the form that still has what was typed. */
export function PartConflict({ removed }: { removed: boolean }) {
  return (
    <Notice wrong>
      {removed ? (
        <Trans>
          Somebody removed this meanwhile. Nothing of yours was saved; what you typed is below: enter it anew if it
          should stand.
        </Trans>
      ) : (
        <Trans>
          Somebody changed it meanwhile. Nothing of yours was saved; below is what you typed. This is how it stands now.
          Save again if yours should stand.
        </Trans>
      )}
    </Notice>
  );
}
