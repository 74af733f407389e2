import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, type Submitted, submittedIn, textLanguageOf } from "~/features/core/forms.server.ts";
import { networkOptions } from "~/features/core/network-tree.ts";
import { mayAnswer } from "~/features/core/policy.ts";
import { suggestionName } from "~/features/core/references.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadForAnswer } from "~/features/suggestions/answer-screen.server.ts";
import { declineSeveral, publishAnswers } from "~/features/suggestions/answering.server.ts";
import { Failures } from "~/features/suggestions/components/failures.tsx";
import { InboxFilterBar } from "~/features/suggestions/components/inbox-filter-bar.tsx";
import { InboxForm } from "~/features/suggestions/components/inbox-form.tsx";
import { InboxPane } from "~/features/suggestions/components/inbox-pane.tsx";
import { inboxPath } from "~/features/suggestions/components/inbox-path.ts";
import { mergeSeveral, putOff, takeUp } from "~/features/suggestions/handling.server.ts";
import { parsePutOff } from "~/features/suggestions/handling-form.server.ts";
import {
  answeredBy,
  nextInInbox,
  readInbox,
  readInboxFilters,
  savedVersions,
} from "~/features/suggestions/inbox.server.ts";
import { besideInbox } from "~/features/suggestions/inbox-pane.server.ts";
import { chosenSchema, declineSchema, mergeSchema } from "~/features/suggestions/schemas.ts";
import { answerable, answerByForm, answerShown } from "~/http/answer.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";
import { Pages } from "~/ui/pages.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer((visit) => {
  answers(visit);
  const { db, viewer, networks, language, url, at, i18n } = visit;
  const open = openIn(url);
  const { page: _, ...filters } = readInboxFilters(url.searchParams);
  const inbox = readInbox(db, visit, readInboxFilters(url.searchParams));
  return {
    ...inbox,
    filters,
    now: +at,
    viewerId: viewer.id,
    versions: filters.show === "written" ? savedVersions(db, inbox.suggestions) : {},
    networks: networkOptions(networks, language, [filters.network]).filter(
      ({ kind }) => kind === "national" || kind === "continental",
    ),
    done: Number(url.searchParams.get("done")) || 0,
    answered: Number(url.searchParams.get("answered")) || null,
    pane: open === null ? null : paneOf(visit, open),
    title: i18n._(msg`Inbox`),
  };
});

/** Answers the suggestion that is open, or does the same with all that are chosen: take up, put off, decline, merge, publish. */
export const action = forViewer(async (visit) => {
  answers(visit);
  const { db, by, viewer, url, at } = visit;
  const form = await visit.request.formData();
  const open = openIn(url);
  if (open !== null && OF_THE_OPEN_ONE.includes(String(form.get("intent"))))
    return answerByForm(visit, answerable(visit, open), form, {
      saved: (state) => inboxPath(url.search, open, { [state]: "" }),
      published: () => {
        const next = nextInInbox(db, visit, readInboxFilters(url.searchParams), open);
        return inboxPath(url.search, next, { answered: String(open) });
      },
    });
  const parsed = parseForm(chosenSchema, form);
  if (!parsed.ok) return badRequest(visit);
  const { chosen } = parsed.value;
  const back = () => {
    const [path = "", search] = inboxPath(url.search, null).split("?");
    const query = new URLSearchParams(search);
    query.delete("page");
    query.set("done", String(chosen.length));
    return redirect(`${path}?${query}`);
  };
  const submitted = submittedIn(form, ["chosen"]);
  if (chosen.length === 0) return invalid({ chosen: "nothing-chosen" }, submitted);
  switch (form.get("intent")) {
    case "take-up":
      return unlessClosed(() => takeUp(db, by, viewer, chosen), back, submitted);
    case "put-off": {
      const until = parsePutOff(form, at);
      if (!until.ok) return invalid(until.problems, submitted);
      return unlessClosed(() => putOff(db, by, viewer, chosen, until.value), back, submitted);
    }
    case "decline": {
      const declined = parseForm(declineSchema, form);
      if (!declined.ok) return invalid(declined.problems, submitted);
      const reason = { [textLanguageOf(form, visit.language)]: declined.value.reason };
      return unlessClosed(() => declineSeveral(db, by, viewer, chosen, reason), back, submitted);
    }
    case "merge": {
      const merged = parseForm(mergeSchema, form);
      if (!merged.ok) return invalid(merged.problems, submitted);
      return mergeSeveral(db, by, viewer, { ids: chosen, into: merged.value.into })
        ? back()
        : invalid({ into: "merge-impossible" }, submitted);
    }
    case "publish-several": {
      const wanted = chosen.map((id) => ({ suggestionId: id, version: Number(form.get(`version.${id}`)) }));
      const { failed, published } = publishAnswers(db, by, viewer, wanted);
      if (failed.size === 0) return back();
      return data({ problems: {}, submitted: {}, failed: [...failed], published: published.length }, { status: 409 });
    }
    default:
      return badRequest(visit);
  }
});

export const meta = titled;

/** After a part of the answers was published, the page has to show what is left. */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
}: {
  actionStatus?: number;
  defaultShouldRevalidate: boolean;
}) {
  return actionStatus === 409 || defaultShouldRevalidate;
}

/** What waits for a coordinator's answer: near or past the promise first. */
export default function InboxPage() {
  const loaded = useLoaderData<typeof loader>();
  const { filters, counts, boards, networks, page, pages, suggestions, done, answered, pane } = loaded;
  const answer = useActionData<typeof action>();
  const returned = answer && "conflict" in answer ? answer : null;
  const ofSeveral = answer && "failed" in answer ? { problems: {}, submitted: {} } : returned ? null : answer;
  const number = answered && suggestionName(answered);
  return (
    <main id="content" className="page">
      <p className="crumbs">
        <Link to="/suggestions">
          <Trans>Suggestions</Trans>
        </Link>
      </p>
      <header className="page-head">
        <div>
          <h1>
            <Trans>Inbox</Trans>
          </h1>
          <p>
            <Trans>What members suggest on your boards, and the answers that they were promised.</Trans>
          </p>
        </div>
      </header>
      {done > 0 && !answer && (
        <p className="notice" role="status">
          <Plural value={done} one="Done with # suggestion." other="Done with # suggestions." />
        </p>
      )}
      {number && !answer && (
        <p className="notice" role="status">
          <Trans>The answer to {number} is published. The author and the supporters are told.</Trans>
        </p>
      )}
      {answer && "failed" in answer && <Failures failed={answer.failed} published={answer.published} />}
      <div className={pane ? "inbox-panes" : undefined}>
        <div className="inbox-list">
          <InboxFilterBar
            key={JSON.stringify(filters)}
            filters={filters}
            counts={counts}
            boards={boards}
            networks={networks}
          />
          {suggestions.length > 0 ? (
            <InboxForm
              {...loaded}
              open={pane?.screen.id ?? null}
              problems={ofSeveral?.problems ?? {}}
              submitted={ofSeveral?.submitted ?? {}}
            />
          ) : (
            <p className="empty">
              {filters.show === "waiting" ? (
                <Trans>Nothing waits for you here. What members suggest on your boards comes to this page.</Trans>
              ) : (
                <Trans>Nothing under these filters.</Trans>
              )}
            </p>
          )}
          <Pages page={page} pages={pages} />
        </div>
        {pane && <InboxPane pane={pane} listed={suggestions} returned={returned} />}
      </div>
    </main>
  );
}

/** What the forms beside the list ask; all other forms are of the list. */
const OF_THE_OPEN_ONE: readonly string[] = ["template", "preview", "keep", "publish"];

/** The suggestion that is open beside the list. */
const openIn = (url: URL) => Number(url.searchParams.get("open")) || null;

/** Nothing where it is not the viewer's to answer. */
function paneOf(visit: SignedInVisit, id: number) {
  const loaded = loadForAnswer(visit.db, id);
  if (!loaded || !mayAnswer(visit.viewer, loaded.row)) return null;
  return { ...answerShown(visit, loaded), ...besideInbox(visit.db, loaded.row, visit.language) };
}

function answers(visit: SignedInVisit): void {
  if (answeredBy(visit.viewer).length === 0) forbidden(visit);
}

/** A colleague may have answered one of them meanwhile: then nothing is done, and the list shows what still waits. */
function unlessClosed<T>(handle: () => void, back: () => T, submitted: Submitted) {
  try {
    handle();
    return back();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 409) throw refusal;
    return invalid({ chosen: "closed-meanwhile" }, submitted, 409);
  }
}

function invalid(problems: Record<string, ProblemCode>, submitted: Submitted, status: 409 | 422 = 422) {
  return data({ problems, submitted }, { status });
}
