import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayWorkOn } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { DocumentRows } from "~/features/plan/documents/components/document-rows.tsx";
import { FileForm } from "~/features/plan/documents/components/file-form.tsx";
import { LinkForm } from "~/features/plan/documents/components/link-form.tsx";
import { useUploads } from "~/features/plan/documents/components/use-uploads.ts";
import { documentByForm } from "~/features/plan/documents/form.server.ts";
import { documentsOf } from "~/features/plan/documents/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, language, url, params, context, i18n } = visit;
  const action = findAction(db, params.ref ?? "") ?? notFound(visit);
  const { title, language: lang } = readingOf(action.texts, language, action.sourceLanguage);
  const kept = loadFormDraft(visit);
  const done = url.searchParams.get("done");
  // The server has read a file away that was too large to come in at all: its form says so.
  const tooLarge = context.refusal?.reason === "too-large";
  const shown = {
    ref: action.ref,
    board: action.board,
    actionTitle: title,
    lang,
    language,
    tooLarge,
    documents: documentsOf(db, action.id, pageFrom(url.searchParams)),
    mayWork: mayWorkOn(viewer, action),
    done: done && Object.hasOwn(DONE, done) ? done : null,
    kept: kept && submittedIn(kept),
    title: `${i18n._(msg`Documents`)} · ${action.ref}`,
  };
  return data(shown, { status: tooLarge ? 413 : 200 });
});

/** Adds a link or a file, or takes one off. */
export const action = forViewer(async (visit) => {
  const { id, ref } = findAction(visit.db, visit.params.ref ?? "") ?? notFound(visit);
  const result = (await documentByForm(visit, id)) ?? badRequest(visit);
  if (result.ok)
    throw redirect(`/actions/${ref}/documents?done=${result.done}`, { headers: { "Set-Cookie": forgetting } });
  // A file's form reads its problems there, when a script has sent it (features/plan/documents/components/use-upload.ts).
  return data(result, { status: result.status, headers: { "X-Problems": JSON.stringify(result.problems) } });
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** What has just been done, said above the rest. */
const DONE: Record<string, MessageDescriptor> = {
  added: msg`It is added: everyone who reads the action finds it here.`,
  removed: msg`It is taken off. History keeps that it was here.`,
};

export default function ActionDocuments() {
  const { ref, board, actionTitle, lang, language, documents, mayWork, done, kept, tooLarge } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const { _ } = useLingui();
  // Here and not in its form, which is made anew with each document that comes: what became of the others stays.
  const uploads = useUploads();
  const labels = useLabels();
  const submitted = invalid?.submitted ?? kept ?? {};
  const problems = invalid?.problems ?? (tooLarge ? { file: "file-too-large" as const } : {});
  const intent = invalid?.intent ?? (tooLarge ? "file" : typeof kept?.intent === "string" ? kept.intent : null);
  const returned = { submitted, problems, intent };
  return (
    <main id="content" className="page narrow documents-page" data-board={board}>
      <p className="crumbs">
        <Link to={`/boards/${board}`}>{labels.board(board)}</Link>
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>Evidence and documents</Trans>
      </h1>
      <p className="lead" lang={lang}>
        {actionTitle}
      </p>
      {done && !answer && (
        <p className="notice" role="status">
          {_(DONE[done] as MessageDescriptor)}
        </p>
      )}
      <FormNotices problems={invalid !== null || tooLarge} />
      <DocumentRows documents={documents.rows} mayRemove={mayWork} />
      {documents.total === 0 && (
        <p className="empty">
          <Trans>Nothing here yet: reports, articles, pictures and letters that show what came of this action.</Trans>
        </p>
      )}
      <Pages page={documents.page} pages={documents.pages} />
      {mayWork ? (
        <div className="document-forms">
          <FileForm
            returned={returned}
            language={language}
            wrongFile={invalid && "wrongFile" in invalid ? invalid.wrongFile : undefined}
            uploads={uploads}
            key={`file-${documents.total}`}
          />
          <LinkForm returned={returned} language={language} key={`link-${documents.total}`} />
        </div>
      ) : (
        <p className="hint section">
          <Trans>
            The coordinators of the action add documents. If you have one that belongs here, tell them in a comment.
          </Trans>
        </p>
      )}
    </main>
  );
}
