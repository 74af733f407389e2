import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";

/** A common change that could be taken back only in part: each is named. */
export function Undone({ refs, left, back }: { refs: string[]; left: string[]; back: string }) {
  const format = useFormat();
  const [those, others] = [format.list(refs), format.list(left)];
  return (
    <>
      <h1>
        <Trans>Taken back in part</Trans>
      </h1>
      <Notice wrong>
        {refs.length > 0 ? (
          <p>
            <Trans>As before again: {those}.</Trans>
          </p>
        ) : (
          <p>
            <Trans>Nothing was taken back.</Trans>
          </p>
        )}
        <p>
          <Trans>Left as they are, because they have been changed since or are no longer yours: {others}.</Trans>
        </p>
      </Notice>
      <Link className="button" to={back}>
        <Trans>Back to the table</Trans>
      </Link>
    </>
  );
}
