import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BOARDS, isOneOf, LANGUAGES } from "~/domain.ts";
import { decisionsAbout } from "~/features/committee/decisions/about.server.ts";
import { DecisionsAbout } from "~/features/committee/decisions/components/decisions-about.tsx";
import { proposableIn } from "~/features/committee/decisions/screen.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { newestEvent } from "~/features/core/live/newest.server.ts";
import { useLive } from "~/features/core/live/use-live.ts";
import { followByForm, isFollowing } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import { mayEditTemplates, maySuggest, mayWorkOn, mayWorkOnBoard } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { ActionFacts } from "~/features/plan/actions/components/action-facts.tsx";
import { ActionText, OtherLanguages } from "~/features/plan/actions/components/action-text.tsx";
import { StageWay } from "~/features/plan/actions/components/stage-way.tsx";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { findAction, readingOf, translationOf } from "~/features/plan/actions/queries.server.ts";
import { responsibleOf } from "~/features/plan/actions/responsible.server.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { stageBefore } from "~/features/plan/actions/status.server.ts";
import { Talk } from "~/features/plan/comments/components/talk.tsx";
import { commentByForm, toComment } from "~/features/plan/comments/form.server.ts";
import { commentsOn, linkTalk, readTalkQuery, textsOfTalk } from "~/features/plan/comments/queries.server.ts";
import { DependenciesSection } from "~/features/plan/dependencies/components/dependencies-section.tsx";
import { dependenciesOf } from "~/features/plan/dependencies/queries.server.ts";
import { DocumentsSection } from "~/features/plan/documents/components/documents-section.tsx";
import { documentsOf } from "~/features/plan/documents/queries.server.ts";
import { KeyResultsSection } from "~/features/plan/key-results/components/key-results-section.tsx";
import { keyResultsOf, latestCheckIn } from "~/features/plan/key-results/queries.server.ts";
import { MilestonesSection } from "~/features/plan/milestones/components/milestones-section.tsx";
import { milestonesOf } from "~/features/plan/milestones/queries.server.ts";
import { ActionMenu } from "~/features/plan/new-action/components/action-menu.tsx";
import { RecurrenceLine } from "~/features/plan/recurrence/components/recurrence-line.tsx";
import { recurrenceShown } from "~/features/plan/recurrence/queries.server.ts";
import { loadReferences } from "~/features/plan/references/references.server.ts";
import { StrengthenedBy } from "~/features/plan/subsidiarity/components/strengthened-by.tsx";
import { Strengthens } from "~/features/plan/subsidiarity/components/strengthens.tsx";
import { linksOf, strengthening } from "~/features/plan/subsidiarity/queries.server.ts";
import { RelatedSuggestions } from "~/features/suggestions/components/related-suggestions.tsx";
import { relatedSuggestions } from "~/features/suggestions/queries.server.ts";
import { entriesOfAction } from "~/features/tools/engine/linked.server.ts";
import { RelatedEntries } from "~/features/tools/engine/related/related-entries.tsx";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { quarterOf, quartersOverdue } from "~/lib/quarter.ts";
import { FollowButton } from "~/ui/follow-button.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useLabels } from "~/ui/labels.ts";
import { isLineLost, keepOnLostLine, unlessLineLost } from "~/ui/lost-line.ts";

const LATEST = 5;
const DOCUMENTS = 10;

export const loader = forViewer((visit) => {
  const { db, viewer, language, url, at } = visit;
  const action = findAction(db, visit.params.ref ?? "") ?? notFound(visit);
  const { ref, board, stage, level, priority, partners, principles, startQuarter, dueQuarter, sourceLanguage, texts } =
    action;
  const wanted = url.searchParams.get("text");
  const reading = readingOf(texts, isOneOf(LANGUAGES, wanted) ? wanted : language, sourceLanguage);
  const kept = loadFormDraft(visit);
  const talk = commentsOn(db, { actionId: action.id }, readTalkQuery(url.searchParams), { viewer });
  const references = loadReferences(db, [reading.description, ...textsOfTalk(talk)], language);
  const aside = stage === "on-hold" || stage === "dropped";
  return {
    id: action.id,
    since: newestEvent(db),
    ref,
    board,
    stage,
    level,
    priority,
    partners,
    principles,
    startQuarter,
    dueQuarter,
    sourceLanguage,
    actionKind: action.actionKind,
    origin: action.origin,
    createdAt: +action.createdAt,
    labels: action.labels,
    responsible: responsibleOf(db, action.responsibleId),
    lead: { slug: action.lead.slug, name: action.lead.names[language] },
    late: quartersOverdue(dueQuarter, isOpen(stage), quarterOf(at)),
    progress: progressOfAction(stage, action.measured),
    text: { ...reading, description: renderMarkdown(reading.description, references) },
    written: LANGUAGES.filter((one) => texts[one]),
    outcome: translationOf(action.outcome, language, sourceLanguage),
    mayWork: mayWorkOn(viewer, action),
    mayEditTemplates: mayEditTemplates(viewer, board),
    recurrence: recurrenceShown(db, action.id),
    mayAdd: BOARDS.some((one) => mayWorkOnBoard(viewer, one)),
    restoreTo: aside ? stageBefore(db, action.id) : null,
    following: isFollowing(db, viewer, actionSubject(action.id)),
    maySuggest: maySuggest(viewer),
    proposeIn: proposableIn(db, viewer),
    keyResults: keyResultsOf(db, action.id, language, at),
    latestCheckIn: latestCheckIn(db, action.id, language),
    links: linksOf(db, action.id, visit),
    linkDone: url.searchParams.get("strengthens"),
    wider: strengthening(db, action.id, visit),
    dependencies: dependenciesOf(db, action, language),
    milestones: milestonesOf(db, [action.id], language),
    today: dayOf(at),
    around: relatedSuggestions(db, action.id, language),
    entries: entriesOfAction(db, action.id, language),
    decisions: decisionsAbout(db, { actionId: action.id }, language),
    documents: documentsOf(db, action.id, 1, DOCUMENTS),
    comments: linkTalk(talk, references),
    kept: kept && submittedIn(kept),
    latest: latestLines(db, { actionId: action.id }, language, LATEST),
    title: `${ref} ${reading.title}`,
  };
});

/** Follows the action or stops, or comments on it. */
export const action = forViewer(async (visit) => {
  const { db, viewer } = visit;
  const { id, ref } = findAction(db, visit.params.ref ?? "") ?? notFound(visit);
  const form = await visit.request.formData();
  if (followByForm(db, viewer, form, actionSubject(id))) return redirect(`/actions/${ref}`);
  const comment = commentByForm(visit, id, form) ?? badRequest(visit);
  if (!comment.ok) return data(comment, { status: comment.status });
  // Sent from the panel beside a list, which stays where it is.
  if (form.has("quick")) return data(comment);
  return redirect(`/actions/${ref}?${toComment(comment.id)}`, { headers: { "Set-Cookie": forgetting } });
});

/** Here because the page calls the action of the plan `action`. */
type Sent = typeof action;

export const clientAction = keepOnLostLine;
export const shouldRevalidate = unlessLineLost;
export const meta = titled;

export default function ActionPage() {
  const action = useLoaderData<typeof loader>();
  const { ref, board, stage, text, mayWork, latest, kept } = action;
  useLive({ since: action.since, board: null, action: action.id, paused: false });
  const answer = useActionData<Sent>();
  const isLost = isLineLost(answer);
  const invalid = answer && "problems" in answer ? answer : null;
  const submitted = invalid?.submitted ?? kept ?? {};
  const intent = invalid?.intent ?? (typeof kept?.intent === "string" ? kept.intent : null);
  const labels = useLabels();
  return (
    <main id="content" className="page action-page" data-board={board}>
      <p className="crumbs">
        <Link to={`/boards/${board}`}>{labels.board(board)}</Link>
        <span>{ref}</span>
      </p>
      <FormNotices problems={invalid?.status === 422} lineLost={isLost} />
      <h1 lang={text.language}>{text.title}</h1>
      <StageWay stage={stage} />
      {action.recurrence && <RecurrenceLine recurrence={action.recurrence} />}
      <div className="buttons">
        {mayWork && <WorkButtons ref_={ref} restoreTo={action.restoreTo} />}
        {action.maySuggest && (
          <Link className="button" to={`/suggestions/new?action=${ref}`}>
            <Trans>Suggest a change</Trans>
          </Link>
        )}
        {action.proposeIn && (
          <Link className="button" to={`/reviews/${action.proposeIn}/decisions/new?action=${ref}`}>
            <Trans>Propose a decision</Trans>
          </Link>
        )}
        <FollowButton following={action.following} />
        {action.mayAdd && (
          <ActionMenu ref_={ref} board={board} mayWork={mayWork} mayEditTemplates={action.mayEditTemplates} />
        )}
      </div>
      <div className="action-body">
        <ActionFacts action={action} />
        <article>
          <OtherLanguages text={text} written={action.written} sourceLanguage={action.sourceLanguage} />
          <ActionText text={text} outcome={action.outcome} stage={stage} />
          <KeyResultsSection
            ref_={ref}
            keyResults={action.keyResults}
            latest={action.latestCheckIn}
            mayWork={mayWork}
          />
          <Strengthens
            ref_={ref}
            level={action.level}
            stage={stage}
            links={action.links}
            mayWork={mayWork}
            done={action.linkDone}
          />
          <StrengthenedBy wider={action.wider} />
          <MilestonesSection ref_={ref} milestones={action.milestones} today={action.today} mayWork={mayWork} />
          <DependenciesSection ref_={ref} dependencies={action.dependencies} mayWork={mayWork} />
          <DocumentsSection documents={action.documents} ref_={ref} mayWork={mayWork} />
          <RelatedEntries entries={action.entries} />
          <RelatedSuggestions around={action.around} />
          <DecisionsAbout decisions={action.decisions} heading={<Trans>Decisions of the committee</Trans>} />
          <Latest lines={latest} to={`/actions/${ref}/history`} />
        </article>
        <Talk
          comments={action.comments}
          mayComment={action.maySuggest}
          submitted={submitted}
          problems={invalid?.problems ?? {}}
          intent={intent}
          people={invalid?.people}
        />
      </div>
    </main>
  );
}

/** What the coordinators of the action do with it. */
function WorkButtons({ ref_: ref, restoreTo }: { ref_: string; restoreTo: string | null }) {
  return (
    <>
      <Link className="button solid" to={`/actions/${ref}/edit`}>
        <Trans>Edit</Trans>
      </Link>
      <Link className="button" to={`/actions/${ref}/move`}>
        <Trans>Move</Trans>
      </Link>
      <Link className="button" to={`/actions/${ref}/check-in`}>
        <Trans>Check in</Trans>
      </Link>
      {restoreTo ? (
        <Link className="button" to={`/actions/${ref}/move?stage=${restoreTo}`}>
          <Trans>Restore</Trans>
        </Link>
      ) : (
        <>
          <Link className="button quiet" to={`/actions/${ref}/move?stage=on-hold`}>
            <Trans>Put on hold…</Trans>
          </Link>
          <Link className="button quiet" to={`/actions/${ref}/move?stage=dropped`}>
            <Trans>Drop…</Trans>
          </Link>
        </>
      )}
    </>
  );
}
