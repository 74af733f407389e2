import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** Somebody was first: how it reads now, above the form that still has what was typed. */
export function DecisionConflict({ text }: { text: string }) {
  return (
    <Notice wrong>
      <p>
        <Trans>
          Somebody changed this decision meanwhile. Nothing of yours was saved; below is what you typed. This is how it
          reads now. Save again if yours should stand.
        </Trans>
      </p>
      <blockquote className="as-written">{text}</blockquote>
    </Notice>
  );
}
