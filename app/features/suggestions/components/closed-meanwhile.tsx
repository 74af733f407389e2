import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** It was settled while somebody had the page open: nothing of theirs was done, and what they typed stands here. */
export function ClosedMeanwhile({ submitted }: { submitted: (string | string[] | undefined)[] }) {
  const texts = submitted.flat().filter(Boolean);
  return (
    <Notice wrong>
      <p>
        <strong>
          <Trans>
            While you had the page open, this suggestion was answered, merged or withdrawn. Nothing of yours was
            changed.
          </Trans>
        </strong>
      </p>
      {texts.length > 0 && (
        <p>
          <Trans>What you typed was not saved. Copy it, if you want to say it in a comment:</Trans>
        </p>
      )}
      {texts.map((text) => (
        <blockquote key={String(text)} className="as-written">
          {text}
        </blockquote>
      ))}
    </Notice>
  );
}
