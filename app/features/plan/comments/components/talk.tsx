import { Plural, Trans } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { type FoundPeople, PEOPLE_PATH } from "~/features/plan/comments/notify.ts";
import type { CommentShown, TalkShown } from "~/features/plan/comments/queries.server.ts";
import type { Returned } from "~/ui/fold.tsx";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import { CommentForm, type CommentReturned, ReplyForm } from "./comment-form.tsx";

interface TalkProps extends Returned {
  comments: TalkShown;
  mayComment: boolean;
  /** A question waits for this reader's reply. */
  asked?: boolean;
  /** People who were looked up for the form that has come back. */
  people?: FoundPeople | null | undefined;
  /** Where people are looked up while a name is typed. */
  peoplePath?: string;
}

/** The talk about a suggestion or an action, oldest first, each comment with its replies. */
export function Talk({ comments, mayComment, asked = false, people = null, peoplePath, ...form }: TalkProps) {
  const { total, threads, page, pages, unmatched } = comments;
  const returned = { ...form, people, peoplePath: peoplePath ?? PEOPLE_PATH };
  const [query] = useSearchParams();
  const unmatchedOf = (id: number) => (query.get("comment") === String(id) ? unmatched : []);
  const reply = mayComment ? { total, ...returned } : null;
  return (
    <section className="section talk" id="talk">
      <h2>{total === 0 ? <Trans>Comments</Trans> : <Plural value={total} one="# comment" other="# comments" />}</h2>
      <ol className="rows">
        {threads.map(({ replies, ...first }) => (
          <li key={first.id}>
            <Comment comment={first} unmatched={unmatchedOf(first.id)} reply={reply} />
            {replies.length > 0 && (
              <ol className="replies">
                {replies.map((one) => (
                  <li key={one.id}>
                    <Comment comment={one} unmatched={unmatchedOf(one.id)} reply={reply} />
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

interface CommentProps {
  comment: CommentShown;
  unmatched: string[];
  reply: (CommentReturned & { total: number }) | null;
}

function Comment({ comment, unmatched, reply }: CommentProps) {
  const { id, by, at, text, language, isQuestion } = comment;
  const format = useFormat();
  const names = format.list(unmatched.map((name) => `@${name}`));
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
      {unmatched.length > 0 && (
        <p className="hint" role="status">
          <Trans>Nobody was notified for {names}: no person here has this name. Reply below to notify somebody.</Trans>
        </p>
      )}
      {reply && <ReplyForm to={comment} {...reply} key={reply.total} />}
    </article>
  );
}
