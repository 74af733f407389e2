import { Trans } from "@lingui/react/macro";
import { useFetchers, useNavigation } from "@remix-run/react";
import { useId } from "react";
import type { CommentShown } from "~/features/plan/comments/queries.server.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { Fold, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { TextLanguage } from "~/ui/text-language.tsx";
import { type CommentReturned, CommentText } from "./comment-form.tsx";
import { useTalkPlace } from "./talk-place.ts";

interface OwnCommentProps extends CommentReturned {
  comment: CommentShown;
}

/** How the author of a comment edits and withdraws it, each folded until it is wanted. */
export function OwnCommentForms({ comment, ...returned }: OwnCommentProps) {
  const isReturned = String(returned.submitted.comment ?? "") === String(comment.id);
  const mine = isReturned ? returned : { ...returned, intent: null };
  return (
    <>
      <EditForm comment={comment} {...mine} />
      <WithdrawForm comment={comment} {...mine} />
    </>
  );
}

function EditForm({ comment, ...returned }: OwnCommentProps) {
  const { open, text, problems } = returnedTo("edit-comment", returned);
  const place = useTalkPlace();
  const busy = useBusyWith("edit-comment", comment.id);
  return (
    <Fold open={open} label={<Trans>Edit</Trans>}>
      <Form method="post" className="form" preventScrollReset {...place.form}>
        {place.page && <HiddenField name="quick" value="1" />}
        <CommentVersion comment={comment} />
        <TextLanguage submitted={text("textLanguage") || comment.language} />
        <Field
          name="text"
          label={<Trans>New text of the comment</Trans>}
          hint={<Trans>The earlier text stays readable.</Trans>}
          problem={problems.text}
        >
          {(control) => (
            <CommentText control={control} text={open ? text("text") : comment.text} peoplePath={returned.peoplePath} />
          )}
        </Field>
        <div className="buttons">
          <button className="button" name="intent" value="edit-comment" aria-busy={busy}>
            <Trans>Save changes</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}

function WithdrawForm({ comment, ...returned }: OwnCommentProps) {
  const id = useId();
  const { open, problems } = returnedTo("withdraw-comment", returned);
  const place = useTalkPlace();
  const busy = useBusyWith("withdraw-comment", comment.id);
  return (
    <Fold open={open} label={<Trans>Withdraw</Trans>}>
      <Form method="post" className="form" preventScrollReset data-drafts="none" {...place.form}>
        {place.page && <HiddenField name="quick" value="1" />}
        <CommentVersion comment={comment} />
        <p>
          <Trans>
            Its place stays, with your name and the day. Its text can no longer be read or found. You cannot undo this.
          </Trans>
        </p>
        {problems.comment && <Problem id={id} code={problems.comment} />}
        <div className="buttons">
          <button className="button" name="intent" value="withdraw-comment" aria-busy={busy}>
            <Trans>Withdraw the comment</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}

function CommentVersion({ comment: { id, version } }: { comment: CommentShown }) {
  return (
    <>
      <HiddenField name="comment" value={id} />
      <HiddenField name="version" value={version} />
    </>
  );
}

function useBusyWith(intent: string, comment: number): boolean {
  return [useNavigation(), ...useFetchers()].some(
    ({ state, formData }) =>
      state === "submitting" &&
      formData?.get("intent") === intent &&
      String(formData.get("comment")) === String(comment),
  );
}
