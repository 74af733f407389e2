import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** What stands above a form that has come back with problems, or whose file got no answer. */
export function FormNotices({
  problems,
  draft = false,
  lineLost = false,
}: {
  problems: boolean;
  /** Whether what is typed is kept as a draft, so that "nothing was saved" would be wrong. */
  draft?: boolean;
  /** Whether a form that waits for no line by itself, as one with a file or a fetcher's, got no answer. */
  lineLost?: boolean;
}) {
  return (
    <>
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
