import { Trans } from "@lingui/react/macro";
import { FormNotices } from "~/ui/form-notices.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";
import type { AnswerScreen } from "../answer-screen.server.ts";
import type { Unpublished } from "../answering.server.ts";
import { AnswerConflict } from "./answer-conflict.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerPreview } from "./answer-preview.tsx";

/** What the form of an answer came back with. */
export interface AnswerReturned {
  submitted: DraftContent | null;
  problems: Record<string, ProblemCode>;
  conflict: Unpublished | null;
}

interface AnswerSectionProps {
  screen: AnswerScreen;
  preview: boolean;
  /** What was typed before the session ended. */
  submitted: DraftContent | null;
  /** It is answered, merged or withdrawn by now. */
  closed: boolean;
  saved: boolean;
  returned: AnswerReturned | null;
  /** The address of the form, for who previews it and wants other words. */
  formTo: string;
}

/** An answer as it is written: its form or its preview, with what was wrong and who was first. */
export function AnswerSection({ screen, preview, submitted, closed, saved, returned, formTo }: AnswerSectionProps) {
  const conflict = closed ? "closed" : (returned?.conflict ?? null);
  const problems = returned?.problems ?? {};
  const typed = returned?.submitted ?? submitted;
  return (
    <section className="section">
      {conflict && <AnswerConflict why={conflict} screen={screen} submitted={typed} />}
      <FormNotices problems={Object.keys(problems).length > 0} />
      {saved && !returned && (
        <p className="notice" role="status">
          <Trans>The answer is kept. It is not published yet.</Trans>
        </p>
      )}
      {closed ? null : preview && !returned ? (
        <AnswerPreview screen={screen} formTo={formTo} />
      ) : (
        <AnswerForm key={formKey(returned, screen)} screen={screen} submitted={typed} problems={problems} />
      )}
    </section>
  );
}

/** A template, and what a colleague kept, are put into the form anew. */
function formKey(returned: AnswerReturned | null, { id, version }: AnswerScreen): string {
  return returned ? JSON.stringify(returned.submitted) : `${id} ${version}`;
}
