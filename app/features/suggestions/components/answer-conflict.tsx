import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { LANGUAGES } from "~/domain.ts";
import { suggestionName } from "~/features/core/references.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { Markdown } from "~/ui/markdown.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { DraftContent } from "~db/stored/suggestions.ts";
import type { AnswerScreen } from "../answer-screen.server.ts";
import type { Unpublished } from "../answering.server.ts";
import { textIn } from "./submitted.ts";

interface AnswerConflictProps {
  why: Unpublished;
  screen: AnswerScreen;
  submitted: DraftContent | null;
}

/** Why an answer was not kept or published: what was first, and what to do. Nothing was changed, nothing typed is lost. */
export function AnswerConflict({ why, screen, submitted }: AnswerConflictProps) {
  const labels = useLabels();
  const format = useFormat();
  const { id, answer } = screen;
  const who = answer?.by ?? "";
  const mine = LANGUAGES.map((language) => textIn(submitted ?? {}, `reason.${language}`)).filter(Boolean);
  const when = answer ? format.instant(answer.at) : "";
  return (
    <Notice wrong>
      <p>
        <strong>{WHY[why]}</strong>
      </p>
      {why === "rewritten" && answer && (
        <>
          <p>
            <Trans>
              {who} kept this answer ({when}): {labels.decision(answer.decision)}
            </Trans>
          </p>
          {answer.reasons.map(({ lang, html }) => (
            <Markdown key={lang} html={html} lang={lang} />
          ))}
        </>
      )}
      {why === "closed" && mine.length > 0 && (
        <>
          <p>
            <Trans>What you had written:</Trans>
          </p>
          {mine.map((text) => (
            <blockquote key={text} className="as-written">
              {text}
            </blockquote>
          ))}
        </>
      )}
      <p className="alone">
        <Link to={`/suggestions/${id}`}>
          <Trans>Read {suggestionName(id)} as it stands</Trans>
        </Link>
      </p>
    </Notice>
  );
}

export const WHY: Record<Unpublished, ReactNode> = {
  closed: <Trans>A colleague was first: it is answered, merged or withdrawn already. Nothing was applied twice.</Trans>,
  "no-answer": <Trans>There is no answer to publish any more.</Trans>,
  rewritten: (
    <Trans>A colleague kept another answer meanwhile. Nothing is published; saving yours now replaces theirs.</Trans>
  ),
  reworded: <Trans>The author reworded it meanwhile. Nothing is published: please read it again, then go on.</Trans>,
  "plan-moved": (
    <Trans>The plan has moved on meanwhile where this would change it. Please choose again, then go on.</Trans>
  ),
  incomplete: <Trans>Something is still to be chosen before it can be published.</Trans>,
  unfinished: (
    <Trans>A reason still has “…” where a template asks for your own words. Replace it, then publish the answer.</Trans>
  ),
  "not-yours": (
    <Trans>
      This answer would change an action that another branch leads, or give it to another branch. Nothing is published.
      Choose another answer, or ask an administrator to publish this one.
    </Trans>
  ),
};
