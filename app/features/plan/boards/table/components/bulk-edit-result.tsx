import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import { boardOfRef } from "~/features/plan/boards/scope.ts";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { UndoButton } from "~/ui/undo-button.tsx";

interface BulkEditResultProps {
  /** Null where the change names it: on the whole plan. */
  board: Board | null;
  /** The change that was just made, while something of it can be taken back. */
  changed: { event: number; refs: string[] } | null;
  /** How many were just set back. */
  undone: number;
  back: string;
  onClose: () => void;
}

/** What came of a common change, said quietly at the foot of the page, with the one button that takes it back. */
export function BulkEditResult({ board, changed, undone, back, onClose }: BulkEditResultProps) {
  const { t } = useLingui();
  return (
    <div role="status">
      {(changed || undone > 0) && (
        <div className="toast">
          <span>
            {changed ? (
              <Plural value={changed.refs.length} one="# action is changed." other="# actions are changed." />
            ) : (
              <Plural value={undone} one="# action is back as it was." other="# actions are back as they were." />
            )}
          </span>
          {changed && (
            <Form
              method="post"
              action={`/boards/${board ?? boardOfRef(changed.refs[0] ?? "")}/together`}
              preventScrollReset
            >
              <HiddenField name="intent" value="undo" />
              <HiddenField name="event" value={changed.event} />
              <HiddenField name="back" value={back} />
              <UndoButton>
                <Trans>Undo</Trans>
              </UndoButton>
            </Form>
          )}
          <Link className="button" to={back} preventScrollReset onClick={onClose} aria-label={t`Close this message`}>
            <span aria-hidden>×</span>
          </Link>
        </div>
      )}
    </div>
  );
}
