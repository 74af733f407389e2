import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { NetworkAnswerForm } from "~/features/plan/subsidiarity/components/answer-form.tsx";
import { LinkConflict } from "~/features/plan/subsidiarity/components/link-conflict.tsx";
import { LinkForm } from "~/features/plan/subsidiarity/components/link-form.tsx";
import { linkByForm, linkOnPage, linkValues } from "~/features/plan/subsidiarity/form.server.ts";
import { ownActionsOf } from "~/features/plan/subsidiarity/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, language } = visit;
  const { action, link, mayWork, mayAnswer } = open(visit);
  const { ref, board, sourceLanguage, texts } = action;
  return {
    ref,
    board,
    link,
    mayWork,
    mayAnswer,
    ...linkValues(visit, link),
    reading: readingOf(texts, language, sourceLanguage),
    own: ownActionsOf(db, link.network.id, action.id, language),
    title: `${ref} · ${link.network.name}`,
  };
});

export const action = forViewer(async (visit) => {
  const { action, link, mayWork, mayAnswer } = open(visit);
  const form = await visit.request.formData();
  if (form.get("intent") === "answer" ? !mayAnswer : !mayWork) return forbidden(visit);
  const outcome = linkByForm(visit, action.ref, link.network.id, form) ?? badRequest(visit);
  if (!outcome.ok) return data(outcome, { status: outcome.status });
  const done = form.get("intent") === "answer" ? "answered" : "saved";
  return redirect(`/actions/${action.ref}?strengthens=${done}#strengthens`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** One network that an action strengthens: its answer, for those who may give it; the link, for the action's coordinators. */
export default function StrengthenedPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const { ref, board, link, reading, own } = page;
  const { name } = link.network;
  const stale = invalid?.status === 409;
  const version = stale ? link.version : Number(invalid?.submitted.version) || page.version;
  const formFor = (intent: "answer" | "edit") => ({
    name,
    version,
    own,
    values: invalid?.intent === intent ? (invalid.submitted as Record<string, string>) : page[intent],
    problems: invalid && (invalid.intent === intent || invalid.intent === "remove") ? invalid.problems : {},
  });
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
        {page.mayWork && (
          <Link to={`/actions/${ref}/strengthens`}>
            <Trans>Strengthens</Trans>
          </Link>
        )}
        <Link to={`/networks/${link.network.slug}`}>{name}</Link>
      </p>
      <h1>
        {page.mayAnswer ? (
          <Trans>
            The answer of {name} to {ref}
          </Trans>
        ) : (
          <Trans>
            How {ref} strengthens {name}
          </Trans>
        )}
      </h1>
      <p className="lead" lang={reading.language}>
        {reading.title}
      </p>
      <section className="section">
        {stale && <LinkConflict link={link} />}
        <FormNotices problems={invalid !== null && !stale} />
        {page.mayAnswer && (
          <>
            {link.how && <blockquote lang={link.how.language}>{link.how.text}</blockquote>}
            <NetworkAnswerForm key={`answer-${version}`} {...formFor("answer")} />
          </>
        )}
      </section>
      {page.mayWork && (
        <section className="section">
          {page.mayAnswer && (
            <h2>
              <Trans>What the coordinators of {ref} say</Trans>
            </h2>
          )}
          <LinkForm key={`edit-${version}`} {...formFor("edit")} />
        </section>
      )}
    </main>
  );
}

/** The link, for those who may answer it or change it. */
function open(visit: SignedInVisit) {
  const action = findAction(visit.db, visit.params.ref ?? "") ?? notFound(visit);
  const found = linkOnPage(visit, action) ?? notFound(visit);
  return found.mayWork || found.mayAnswer ? { action, ...found } : forbidden(visit);
}
