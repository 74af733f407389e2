import { Trans } from "@lingui/react/macro";
import type { DiffPart } from "~/features/core/history/word-diff.ts";

/** A text with its words struck and added: told by the marks and by the words for those who hear it, never by colour alone. */
export function WordDiff({ parts, lang }: { parts: DiffPart[]; lang?: string | undefined }) {
  return (
    <span lang={lang} className="word-diff">
      {parts.map(({ text, kind }, index) => {
        const key = `${index}-${kind}`;
        if (kind === "added") {
          return (
            <ins key={key}>
              <Unseen what="added" />
              {text}
            </ins>
          );
        }
        if (kind === "struck") {
          return (
            <del key={key}>
              <Unseen what="struck" />
              {text}
            </del>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </span>
  );
}

function Unseen({ what }: { what: "added" | "struck" }) {
  return <span className="unseen">{what === "added" ? <Trans>added:</Trans> : <Trans>struck:</Trans>} </span>;
}
