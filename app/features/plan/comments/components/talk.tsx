import { Plural, Trans } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { useRef } from "react";
import { type FoundPeople, PEOPLE_PATH } from "~/features/plan/comments/notify.ts";
import type { CommentShown, EarlierText, Linked, LinkedTalk } from "~/features/plan/comments/queries.server.ts";
import { LinkedText } from "~/features/plan/references/linked-text.tsx";
import type { Returned } from "~/ui/fold.tsx";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import { CommentForm, type CommentReturned, ReplyForm } from "./comment-form.tsx";
import { OwnCommentForms } from "./own-comment-forms.tsx";
import { useTalkPlace } from "./talk-place.ts";

interface TalkProps extends Returned {
  comments: LinkedTalk;
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
  const { total, threads, page, pages, unmatched, earlier, ownNewest } = comments;
  const returned = { ...form, people, peoplePath: peoplePath ?? PEOPLE_PATH };
  const [query] = useSearchParams();
  const place = useTalkPlace();
  const unmatchedOf = (id: number) => (query.get("comment") === String(id) ? unmatched : []);
  const forms = mayComment ? { ownNewest, ...returned } : null;
  const shownWith = ({ id }: CommentShown) => ({
    unmatched: unmatchedOf(id),
    earlier: earlier?.comment === id ? earlier.texts : null,
    forms,
  });
  return (
    <section className="section talk" id="talk">
      <h2>{total === 0 ? <Trans>Comments</Trans> : <Plural value={total} one="# comment" other="# comments" />}</h2>
      <ol className="rows">
        {threads.map(({ replies, ...first }) => (
          <li key={first.id}>
            <Comment comment={first} {...shownWith(first)} />
            {replies.length > 0 && (
              <ol className="replies">
                {replies.map((one) => (
                  <li key={one.id}>
                    <Comment comment={one} {...shownWith(one)} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      {place.page ? pages > 1 && <AllComments of={place.page} /> : <Pages page={page} pages={pages} />}
      <NewComments total={total} ownNewest={ownNewest} />
      {mayComment && <CommentForm asked={asked} {...returned} key={ownNewest} />}
    </section>
  );
}

/** Elsewhere than on its page the talk shows the newest alone. */
function AllComments({ of }: { of: string }) {
  return (
    <p className="alone">
      <Link to={`${of}?page=1#talk`}>
        <Trans>All comments</Trans>
      </Link>
    </p>
  );
}

/** Says how many comments of others have come while the page was open: who is typing below does not see them come. */
function NewComments({ total, ownNewest }: { total: number; ownNewest: number }) {
  const seen = useRef({ total, ownNewest });
  // What one has sent oneself brings the page anew.
  if (seen.current.ownNewest !== ownNewest) seen.current = { total, ownNewest };
  const added = total - seen.current.total;
  return (
    <div role="status">
      {added > 0 && (
        <p className="hint">
          <Plural
            value={added}
            one="# new comment since you opened this page"
            other="# new comments since you opened this page"
          />
        </p>
      )}
    </div>
  );
}

interface CommentProps {
  comment: Linked<CommentShown>;
  unmatched: string[];
  earlier: Linked<EarlierText>[] | null;
  forms: (CommentReturned & { ownNewest: number }) | null;
}

function Comment({ comment, unmatched, earlier, forms }: CommentProps) {
  const { id, by, at, text, links, language, isQuestion, editedAt, withdrawnAt } = comment;
  const format = useFormat();
  const { page } = useTalkPlace();
  const names = format.list(unmatched.map((name) => `@${name}`));
  const editedOn = editedAt && format.instant(editedAt);
  const withdrawnOn = withdrawnAt && format.instant(withdrawnAt);
  return (
    <article className="comment" id={`comment-${id}`} data-question={isQuestion || undefined}>
      <p className="event-head">
        <strong>{by}</strong>{" "}
        <Link className="soft" to={`${page}?comment=${id}#comment-${id}`} preventScrollReset>
          {format.instant(at)}
        </Link>{" "}
        {isQuestion && (
          <span className="tag">
            <Trans>question to the author</Trans>
          </span>
        )}
        {editedOn && !withdrawnOn && (
          <Link className="soft" to={`${page}?earlier=${id}#comment-${id}`} preventScrollReset>
            <Trans>edited on {editedOn}</Trans>
          </Link>
        )}
      </p>
      {withdrawnOn ? (
        <p className="soft">
          <Trans>Withdrawn by its author on {withdrawnOn}.</Trans>
        </p>
      ) : (
        <p className="as-written" lang={language}>
          <LinkedText text={text} links={links} />
        </p>
      )}
      {earlier && <EarlierTexts texts={earlier} />}
      {unmatched.length > 0 && (
        <p className="hint" role="status">
          <Trans>Nobody was notified for {names}: no person here has this name. Reply below to notify somebody.</Trans>
        </p>
      )}
      {forms && !withdrawnOn && (
        <div className="comment-forms">
          <ReplyForm to={comment} {...forms} key={forms.ownNewest} />
          {comment.mayChange && <OwnCommentForms comment={comment} {...forms} key={`own ${comment.version}`} />}
        </div>
      )}
    </article>
  );
}

/** What a comment said before its edits. */
function EarlierTexts({ texts }: { texts: Linked<EarlierText>[] }) {
  const format = useFormat();
  return (
    <section className="earlier-texts">
      <h3>
        <Plural value={texts.length} one="Earlier text" other="Earlier texts" />
      </h3>
      <ol className="rows">
        {texts.map(({ text, links, language, until }) => {
          const day = format.instant(until);
          return (
            <li key={until}>
              <p className="soft">
                <Trans>Until {day}</Trans>
              </p>
              <p className="as-written" lang={language}>
                <LinkedText text={text} links={links} />
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
