import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decisionsAbout } from "~/features/committee/decisions/about.server.ts";
import { DecisionsAbout } from "~/features/committee/decisions/components/decisions-about.tsx";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { newestEvent } from "~/features/core/live/newest.server.ts";
import { useLive } from "~/features/core/live/use-live.ts";
import { followByForm } from "~/features/core/notifications/follow.server.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import { suggestionName } from "~/features/core/references.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { Talk } from "~/features/plan/comments/components/talk.tsx";
import { readTalkQuery } from "~/features/plan/comments/queries.server.ts";
import { AnswerView } from "~/features/suggestions/components/answer-view.tsx";
import { AuthorTools } from "~/features/suggestions/components/author-tools.tsx";
import { ClosedMeanwhile } from "~/features/suggestions/components/closed-meanwhile.tsx";
import { CoordinatorTools } from "~/features/suggestions/components/coordinator-tools.tsx";
import { EarlierWordings } from "~/features/suggestions/components/earlier-wordings.tsx";
import { MergedOnes } from "~/features/suggestions/components/merged-ones.tsx";
import { Proposed } from "~/features/suggestions/components/proposed.tsx";
import { SuggestionHead } from "~/features/suggestions/components/suggestion-head.tsx";
import { Voices } from "~/features/suggestions/components/voices.tsx";
import { handleByForm } from "~/features/suggestions/handling-form.server.ts";
import { suggestionScreen } from "~/features/suggestions/screen.server.ts";
import { similarTo } from "~/features/suggestions/similar.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { Markdown } from "~/ui/markdown.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

const LATEST = 5;

export const loader = forViewer((visit) => {
  const { db, language, url, at } = visit;
  const id = Number(visit.params.id);
  const screen = suggestionScreen(db, visit, id, readTalkQuery(url.searchParams)) ?? notFound(visit);
  const done = url.searchParams.get("done");
  const formDraft = loadFormDraft(visit);
  return {
    screen,
    since: newestEvent(db),
    now: +at,
    // To merge it into: what sounds like it, on its own board; what is about the same action is nearest.
    alike: screen.may.answer
      ? similarTo(db, screen.title, language, id, { board: screen.board, about: screen.about?.ref ?? null }).suggestions
      : [],
    decisions: decisionsAbout(db, { suggestionId: id }, language),
    latest: latestLines(db, { suggestionId: id }, language, LATEST),
    done: done && Object.hasOwn(DONE, done) ? done : null,
    formDraft: formDraft && submittedIn(formDraft),
    title: `${suggestionName(id)} ${screen.title}`,
  };
});

/** Follows, or does what one of the page's forms asks: support, comment, take up, put off, ask, merge, withdraw. */
export const action = forViewer(async (visit) => {
  const { db, viewer } = visit;
  const id = Number(visit.params.id);
  const form = await visit.request.formData();
  if (!Number.isInteger(id)) return notFound(visit);
  const back = (done: string, talk = "") =>
    redirect(`/suggestions/${id}${done && `?done=${done}`}${talk && `&${talk}`}`, {
      headers: { "Set-Cookie": forgetting },
    });
  if (followByForm(db, viewer, form, suggestionSubject(id))) return back("");
  const result = handleByForm(visit, id, form) ?? badRequest(visit);
  return result.ok ? back(result.done, result.talk) : data(result, { status: result.status });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** What has just been done, said above the rest. */
const DONE: Record<string, MessageDescriptor> = {
  submitted: msg`It is submitted: everyone reads it, and the coordinators are told.`,
  saved: msg`Saved.`,
  supported: msg`Your voice counts. You can take it back below.`,
  "taken-back": msg`Your voice is taken back.`,
  commented: msg`Your comment stands below.`,
  "comment-edited": msg`Your comment is saved. Its earlier text stays readable.`,
  "comment-withdrawn": msg`Your comment is withdrawn.`,
  "taken-up": msg`It is under consideration: the author is told.`,
  "put-off": msg`It comes back to the inbox on that day; the author is told.`,
  asked: msg`The author is asked.`,
  merged: msg`It is merged: its author, origin and voices stay visible on the one that remains.`,
  unmerged: msg`The merge is taken back.`,
  withdrawn: msg`It is withdrawn.`,
  answered: msg`The answer is published. The author and the supporters are told.`,
};

export default function SuggestionPage() {
  const { screen, since, now, alike, decisions, latest, done, formDraft } = useLoaderData<typeof loader>();
  useLive({ since, board: null, suggestion: screen.id, paused: false });
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const { _ } = useLingui();
  const { id, board, may } = screen;
  const submitted = invalid?.submitted ?? formDraft ?? {};
  const problems = invalid?.problems ?? {};
  const intent = invalid?.intent ?? (typeof formDraft?.intent === "string" ? formDraft.intent : null);
  return (
    <main id="content" className="page narrow suggestion-page" data-board={board} data-state={screen.state}>
      {done && !answer && (
        <p className="notice" role="status">
          {_(DONE[done] as MessageDescriptor)}
        </p>
      )}
      {invalid?.closed && <ClosedMeanwhile submitted={[invalid.submitted.text, invalid.submitted.why]} />}
      <FormNotices problems={invalid?.status === 422} />
      <SuggestionHead screen={screen} now={now} />
      <Proposed {...screen} />
      {screen.why && <SuggestionReason html={screen.why} lang={screen.lang} remark={screen.kind === "remark"} />}
      {screen.answer && <AnswerView answer={screen.answer} result={screen.result} />}
      <Voices screen={screen} />
      <DecisionsAbout decisions={decisions} heading={<Trans>Decisions of the committee</Trans>} />
      <MergedOnes merged={screen.merged} />
      {may.ownToAnswer && (
        <p className="notice">
          <Trans>This is your own suggestion. Another coordinator of the board, or an administrator, answers it.</Trans>
        </p>
      )}
      {may.answer && (
        <CoordinatorTools screen={screen} alike={alike} submitted={submitted} problems={problems} intent={intent} />
      )}
      {may.reword && <AuthorTools screen={screen} submitted={submitted} problems={problems} intent={intent} />}
      <EarlierWordings earlier={screen.earlier} lang={screen.lang} />
      <Talk
        comments={screen.comments}
        mayComment={may.comment}
        asked={screen.asked && may.reword}
        submitted={submitted}
        problems={problems}
        intent={intent}
        people={invalid?.people}
      />
      <Latest lines={latest} to={`/suggestions/${id}/history`} ofSuggestion />
    </main>
  );
}

function SuggestionReason({ html, lang, remark }: { html: string; lang: string | null; remark: boolean }) {
  return (
    <section className="suggestion-why">
      <h2 className={remark ? "unseen" : undefined}>{remark ? <Trans>The remark</Trans> : <Trans>Why</Trans>}</h2>
      <blockquote>
        <Markdown html={html} lang={lang ?? undefined} />
      </blockquote>
    </section>
  );
}
