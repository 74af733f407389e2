import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BOARDS, type Board, isOneOf, LANGUAGES, SUGGESTION_KINDS, type SuggestionKind } from "~/domain.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { maySuggest } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { findAction, type PlanAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { parseActionRef } from "~/features/plan/actions/reference.ts";
import { ChooseKind } from "~/features/suggestions/components/choose-kind.tsx";
import { textIn } from "~/features/suggestions/components/submitted.ts";
import { SuggestCrumbs } from "~/features/suggestions/components/suggest-crumbs.tsx";
import { SuggestionForm } from "~/features/suggestions/components/suggestion-form.tsx";
import { findDraft, findDraftOfForm, saveDraft } from "~/features/suggestions/drafts.server.ts";
import { beginning, readSuggestion, suggestionChoices } from "~/features/suggestions/form.server.ts";
import { submitSuggestion } from "~/features/suggestions/mutations.server.ts";
import { similarTo } from "~/features/suggestions/similar.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { KEY_FIELD } from "~/ui/form-key.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";

export const loader = forViewer((visit) => {
  suggests(visit);
  const { db, viewer, url, language, i18n } = visit;
  const title = i18n._(TITLE);
  const formDraft = loadFormDraft(visit);
  const draft = findDraft(db, viewer, Number(formDraft?.get("draft") ?? url.searchParams.get("draft")));
  const before: DraftContent = (formDraft && submittedIn(formDraft, LIST_FIELDS)) ?? draft?.formValues ?? {};
  const asked = (name: string, otherwise = name) => textIn(before, name) || url.searchParams.get(otherwise);
  const ref = asked("about", "action");
  const unknown = ref && asked("kind") === "amendment" && !findByRef(visit, ref) ? ref : null;
  const action = unknown === null ? about(visit, ref) : null;
  const board = action?.board ?? boardOf(asked("board"));
  const kind = asked("kind");
  const ready = isOneOf(SUGGESTION_KINDS, kind) && (kind !== "amendment" || action);
  if (!ready) {
    const choice = { page: "choose" as const, board, about: named(visit, action), unknown, title };
    return unknown === null ? choice : data(choice, { status: 404 });
  }

  const text = readingOf(action?.texts ?? {}, language, action?.sourceLanguage ?? language).language;
  const wanted = url.searchParams.get("text");
  const submitted = {
    ...beginning(visit, kind, board, action, isOneOf(LANGUAGES, wanted) ? wanted : text),
    ...before,
  };
  return {
    page: "form" as const,
    kind,
    board,
    about: named(visit, action),
    submitted,
    title,
    choices: suggestionChoices(visit, action),
    draft: draft?.id ?? null,
    // Found here too, for a page without scripts: the draft was kept on the way.
    similar: url.searchParams.has("similar") ? similarTo(db, textIn(submitted, "title"), language) : null,
    kept: url.searchParams.has("kept"),
  };
});

/** Submits; or keeps the draft and comes back to it, with what sounds similar where that was asked. */
export const action = forViewer(async (visit) => {
  suggests(visit);
  const { db, by, viewer } = visit;
  const form = await visit.request.formData();
  const kind = form.get("kind");
  if (!isOneOf(SUGGESTION_KINDS, kind)) return badRequest(visit);
  const intent = form.get("intent");
  if (intent === "draft" || intent === "similar") {
    limit("draft", viewer);
    const draft = saveDraft(db, visit, form) ?? badRequest(visit);
    return redirect(`/suggestions/new?draft=${draft}&${intent === "draft" ? "kept" : "similar"}`);
  }
  const action = about(visit, String(form.get("about") ?? ""));
  if (kind === "amendment" && !action) return badRequest(visit);
  const parsed = readSuggestion(form, { ...visit, kind, action });
  const typedAs = findDraft(db, viewer, Number(form.get("draft"))) ?? findDraftOfForm(db, viewer, form.get(KEY_FIELD));
  const draft = typedAs?.id ?? null;
  // The form comes back with another key: from here on it names its draft, which may have been kept without an answer.
  if (!parsed.ok) return data({ ...parsed, draft }, { status: 422 });
  const id = submitSuggestion(db, by, viewer, parsed.value, { draft });
  return redirect(`/suggestions/${id}?done=submitted`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** What somebody suggests: first which kind, then the form of it. */
export default function NewSuggestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  if (loaded.page === "choose") return <ChooseKind {...loaded} />;
  const { kind, board, about, submitted, choices, draft, similar, kept } = loaded;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <SuggestCrumbs about={about} />
      <h1>{HEADING[kind]}</h1>
      <section className="section">
        <FormNotices problems={invalid !== null} draft />
        {kept && !answer && (
          <p className="notice" role="status">
            <Trans>The draft is kept. Nobody else sees it until you submit it.</Trans>
          </p>
        )}
        <SuggestionForm
          key={draft ?? "new"}
          kind={kind}
          choices={choices}
          similar={similar}
          draft={draft ?? invalid?.draft ?? null}
          about={about?.ref ?? null}
          submitted={invalid ? { ...submitted, ...invalid.submitted } : submitted}
          problems={invalid?.problems ?? {}}
          version={null}
          submit={<Trans>Submit</Trans>}
          cancel={
            <Link className="button quiet" to={about ? `/actions/${about.ref}` : `/boards/${board}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      </section>
    </main>
  );
}

const TITLE = msg`Suggest`;

const HEADING: Record<SuggestionKind, React.ReactNode> = {
  "new-action": <Trans>Suggest a new action</Trans>,
  amendment: <Trans>Suggest an amendment</Trans>,
  remark: <Trans>Make a remark</Trans>,
};

function suggests(visit: SignedInVisit): void {
  if (!maySuggest(visit.viewer)) forbidden(visit);
}

function about(visit: SignedInVisit, ref: string | null): PlanAction | null {
  if (!ref) return null;
  return findByRef(visit, ref) ?? notFound(visit);
}

const findByRef = ({ db }: SignedInVisit, ref: string) => findAction(db, parseActionRef(ref) ?? ref);

function named({ language }: SignedInVisit, action: PlanAction | null) {
  if (!action) return null;
  const { title, language: lang } = readingOf(action.texts, language, action.sourceLanguage);
  return { ref: action.ref, title, lang: lang === language ? null : lang };
}

const boardOf = (board: string | null): Board => (isOneOf(BOARDS, board) ? board : "lobbying");
