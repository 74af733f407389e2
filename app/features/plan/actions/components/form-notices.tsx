import "~/i18n/forms.client.ts";
import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** What stands above a form that has come back: from before signing in again, with problems, or without an answer. */
export function FormNotices({
  restored,
  problems,
  draft = false,
  lineLost,
}: {
  restored: boolean;
  problems: boolean;
  /** Whether what is typed is kept as a draft, so that "nothing was saved" would be wrong. */
  draft?: boolean;
  lineLost: boolean;
}) {
  return (
    <>
      {restored && (
        <Notice>
          <Trans>What you typed before signing in again is back in the form. Nothing has been saved yet.</Trans>
        </Notice>
      )}
      {problems && (
        <Notice wrong>
          {draft ? (
            <Trans>Not submitted yet: some fields need another look. Each says what is wrong.</Trans>
          ) : (
            <Trans>Nothing was saved yet: some fields need another look. Each says what is wrong.</Trans>
          )}
        </Notice>
      )}
      {lineLost && (
        <Notice wrong>
          <Trans>
            The line dropped, so nothing was saved. What you typed is still here: try again when the line is there.
          </Trans>
        </Notice>
      )}
    </>
  );
}
