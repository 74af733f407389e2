import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** The same suggestion was saved elsewhere meanwhile, in another window of its author's: both stand here. */
export function WordingConflict({ title, why }: { title: string; why: string }) {
  return (
    <Notice wrong>
      <p>
        <strong>
          <Trans>
            You saved this suggestion in another window while you were writing here. Nothing is lost, and nothing of
            this form has been saved yet.
          </Trans>
        </strong>
      </p>
      <p>
        <Trans>Saving once more replaces what stands now:</Trans> <q>{title}</q>
      </p>
      {why && <blockquote className="as-written">{why}</blockquote>}
    </Notice>
  );
}
