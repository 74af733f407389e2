import { Plural, Trans } from "@lingui/react/macro";
import { Form, useNavigation } from "@remix-run/react";
import { Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import type { SuggestionScreen } from "../screen.server.ts";
import { type Returned, returnedTo } from "./deed-form.tsx";

/** The talk about it, oldest first, with the coordinators' questions among the comments. */
export function Talk({ screen, ...returned }: Returned & { screen: SuggestionScreen }) {
  const { comments, may, asked } = screen;
  const format = useFormat();
  return (
    <section className="section talk" id="talk">
      <h2>
        {comments.total === 0 ? (
          <Trans>Comments</Trans>
        ) : (
          <Plural value={comments.total} one="# comment" other="# comments" />
        )}
      </h2>
      <ol className="rows">
        {comments.rows.map(({ id, by, at, text, language, isQuestion }) => (
          <li key={id} id={`comment-${id}`} data-question={isQuestion || undefined}>
            <p className="event-head">
              <strong>{by}</strong> <span className="soft">{format.instant(at)}</span>{" "}
              {isQuestion && (
                <span className="tag">
                  <Trans>question to the author</Trans>
                </span>
              )}
            </p>
            <p className="as-written" lang={language}>
              {text}
            </p>
          </li>
        ))}
      </ol>
      <Pages page={comments.page} pages={comments.pages} />
      {may.comment && <CommentForm asked={asked && may.reword} {...returned} key={comments.total} />}
    </section>
  );
}

function CommentForm({ asked, ...returned }: Returned & { asked: boolean }) {
  const busy = useNavigation().state === "submitting";
  const { text, problems } = returnedTo("comment", returned);
  return (
    <Form method="post" className="form" preventScrollReset>
      <Field
        name="text"
        label={asked ? <Trans>Your reply to the question</Trans> : <Trans>Your comment</Trans>}
        hint={<Trans>With @ and somebody’s whole name, they are told.</Trans>}
        problem={problems.text}
      >
        {(control) => <textarea {...control} className="textarea short" maxLength={5000} defaultValue={text("text")} />}
      </Field>
      <div className="buttons">
        <button className="button" name="intent" value="comment" aria-busy={busy}>
          {asked ? <Trans>Reply</Trans> : <Trans>Comment</Trans>}
        </button>
      </div>
    </Form>
  );
}
