import { Trans } from "@lingui/react/macro";
import { WordDiff } from "~/features/core/history/components/word-diff.tsx";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";
import type { ConflictAuthor } from "../conflict.ts";

/** Somebody else wrote this section first: their text, and what saving the form's would make of it. */
export function ProseConflict({ conflict }: { conflict: ConflictAuthor }) {
  const format = useFormat();
  const { by, at, theirs, parts, language } = conflict;
  const when = format.instant(at);
  return (
    <Notice wrong>
      <p>
        <strong>
          <Trans>
            {by} wrote this section while you were writing ({when}). Nothing of yours was saved; below is what you
            typed.
          </Trans>
        </strong>
      </p>
      <h2>
        <Trans>How it stands now</Trans>
      </h2>
      <p lang={language} className="prose-now">
        {theirs || <Trans>No text in this language.</Trans>}
      </p>
      <h2>
        <Trans>What yours would change in it</Trans>
      </h2>
      <p>
        <WordDiff parts={parts} lang={language} />
      </p>
      <p>
        <Trans>Take over from theirs what should stay, then save again.</Trans>
      </p>
    </Notice>
  );
}
