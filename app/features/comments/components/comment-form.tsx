import { Trans } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import { Fold, type Returned, returnedTo } from "~/ui/deed-form.tsx";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";

/** A new comment at the foot of the talk. */
export function CommentForm({ asked, ...returned }: Returned & { asked: boolean }) {
  const busy = useBusyWith("");
  const { text, problems } = returnedTo("comment", ofThread(returned, ""));
  return (
    <Form method="post" className="form" preventScrollReset>
      <Field
        name="text"
        label={asked ? <Trans>Your reply to the question</Trans> : <Trans>Your comment</Trans>}
        hint={<Trans>With @ and somebody’s whole name, they are told.</Trans>}
        problem={problems.text}
      >
        {(control) => <textarea {...control} className="textarea short" data-most={5000} defaultValue={text("text")} />}
      </Field>
      <div className="buttons">
        <button className="button" name="intent" value="comment" aria-busy={busy}>
          {asked ? <Trans>Reply</Trans> : <Trans>Comment</Trans>}
        </button>
      </div>
    </Form>
  );
}

/** A reply to one comment, folded until it is wanted. */
export function ReplyForm({ to, ...returned }: Returned & { to: { id: number; by: string } }) {
  const thread = String(to.id);
  const busy = useBusyWith(thread);
  const { open, text, problems } = returnedTo("comment", ofThread(returned, thread));
  const name = to.by;
  return (
    <Fold
      open={open}
      label={
        <>
          <Trans>Reply</Trans> <span className="unseen">{name}</span>
        </>
      }
    >
      <Form method="post" className="form" preventScrollReset>
        <input type="hidden" name="replyTo" value={thread} />
        <Field name="text" label={<Trans>Your reply to {name}</Trans>} problem={problems.text}>
          {(control) => (
            <textarea {...control} className="textarea short" data-most={5000} defaultValue={text("text")} />
          )}
        </Field>
        <div className="buttons">
          <button className="button" name="intent" value="comment" aria-busy={busy}>
            <Trans>Send the reply</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}

/** What came back belongs to one of the talk's forms alone: that of its first comment, or of a reply. */
function ofThread(returned: Returned, replyTo: string): Returned {
  return String(returned.typed.replyTo ?? "") === replyTo ? returned : { ...returned, intent: null };
}

function useBusyWith(replyTo: string): boolean {
  const { state, formData } = useNavigation();
  return state === "submitting" && formData?.get("intent") === "comment" && (formData.get("replyTo") ?? "") === replyTo;
}
