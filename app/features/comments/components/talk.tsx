import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { CommentShown, TalkShown } from "~/features/comments/queries.server.ts";
import type { Returned } from "~/ui/deed-form.tsx";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import { CommentForm, ReplyForm } from "./comment-form.tsx";

interface TalkProps extends Returned {
  comments: TalkShown;
  mayComment: boolean;
  /** A question waits for this reader's reply. */
  asked?: boolean;
}

/** The talk about a suggestion or an action, oldest first, each comment with its replies. */
export function Talk({ comments, mayComment, asked = false, ...returned }: TalkProps) {
  const { total, threads, page, pages } = comments;
  const reply = mayComment ? { total, ...returned } : null;
  return (
    <section className="section talk" id="talk">
      <h2>{total === 0 ? <Trans>Comments</Trans> : <Plural value={total} one="# comment" other="# comments" />}</h2>
      <ol className="rows">
        {threads.map(({ replies, ...first }) => (
          <li key={first.id}>
            <Comment comment={first} reply={reply} />
            {replies.length > 0 && (
              <ol className="replies">
                {replies.map((one) => (
                  <li key={one.id}>
                    <Comment comment={one} reply={reply} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <Pages page={page} pages={pages} />
      {mayComment && <CommentForm asked={asked} {...returned} key={total} />}
    </section>
  );
}

function Comment({ comment, reply }: { comment: CommentShown; reply: (Returned & { total: number }) | null }) {
  const { id, by, at, text, language, isQuestion } = comment;
  const format = useFormat();
  return (
    <article className="comment" id={`comment-${id}`} data-question={isQuestion || undefined}>
      <p className="event-head">
        <strong>{by}</strong>{" "}
        <Link className="soft" to={`?comment=${id}#comment-${id}`} preventScrollReset>
          {format.instant(at)}
        </Link>{" "}
        {isQuestion && (
          <span className="tag">
            <Trans>question to the author</Trans>
          </span>
        )}
      </p>
      <p className="as-written" lang={language}>
        {text}
      </p>
      {reply && <ReplyForm to={comment} {...reply} key={reply.total} />}
    </article>
  );
}
