import { type FormResult, type Parsed, parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { networkOptions } from "~/features/core/network-tree.ts";
import { mayAnswerAs, mayWorkOn } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import type { PlanAction } from "~/features/plan/actions/queries.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { answerAsNetwork } from "./answering.server.ts";
import { editLink, nameNetworks, removeLink } from "./mutations.server.ts";
import { type Link, linksOf } from "./queries.server.ts";
import { answerSchema, editSchema, namingSchema, removeSchema } from "./schemas.ts";

/** What came of a form: done, or what the page shows with it. */
export type LinkResult = FormResult<{ own?: string | null }, { intent: string }>;

/** The networks that an action can still name: national and continental, in the order of the tree. */
export function networksToName({ networks, language }: SignedInVisit, links: readonly Link[]) {
  const named = new Set(links.map(({ network }) => network.id));
  return networkOptions(networks, language)
    .filter(({ id, kind }) => (kind === "national" || kind === "continental") && !named.has(id))
    .map(({ id, name, depth }) => ({ id, name, depth }));
}

/** Names networks by the form of an action's page. */
export function nameByForm(visit: SignedInVisit, action: PlanAction, form: FormData): LinkResult {
  const parsed = parseForm(namingSchema, form);
  if (!parsed.ok) return withProblems("name", parsed);
  const { networks, how, language, own } = parsed.value;
  const submitted = submittedIn(form, ["networks"]);
  const choices = new Set(networksToName(visit, []).map(({ id }) => id));
  if (networks.some((id) => !choices.has(id))) return invalidLink("name", submitted, { networks: "not-a-choice" });
  const named = nameNetworks(visit.db, visit.by, visit.viewer, {
    ref: action.ref,
    networkIds: networks,
    how: { [language]: how },
    own,
  });
  if (named.status === "already-named")
    return { ...invalidLink("name", submitted, { networks: "already-named" }), status: 409 };
  return named.status === "named" ? { ok: true } : invalidLink("name", submitted, { own: "not-their-action" });
}

/** The link of the page, with what the viewer may do with it; undefined where the action does not name that network. */
export function linkOnPage(visit: SignedInVisit, action: PlanAction) {
  const link = linksOf(visit.db, action.id, visit).find(({ network }) => network.slug === visit.params.network);
  const network = visit.networks.find(({ id }) => id === link?.network.id);
  if (!link || !network) return undefined;
  return { link, mayWork: mayWorkOn(visit.viewer, action), mayAnswer: mayAnswerAs(visit.viewer, network) };
}

/** Edits, removes or answers, as the form of a link's page asks; null for a form that none of our pages makes. */
export function linkByForm(visit: SignedInVisit, ref: string, networkId: number, form: FormData): LinkResult | null {
  const { db, by, viewer } = visit;
  switch (form.get("intent")) {
    case "edit": {
      const parsed = parseForm(editSchema, form);
      if (!parsed.ok) return parsed.problems.version ? null : withProblems("edit", parsed);
      const { version, how, language, own } = parsed.value;
      const { status } = editLink(db, by, viewer, {
        ref,
        networkId,
        version,
        how: { [language]: how },
        own: own || null,
      });
      return outcomeOf("edit", status, form);
    }
    case "remove": {
      const parsed = parseForm(removeSchema, form);
      if (!parsed.ok) return null;
      const { status } = removeLink(db, by, viewer, { ref, networkId, ...parsed.value });
      return outcomeOf("remove", status, form);
    }
    case "answer": {
      const parsed = parseForm(answerSchema, form);
      if (!parsed.ok) return parsed.problems.version ? null : withProblems("answer", parsed);
      const { version, answer, note, language, own } = parsed.value;
      const answered = answerAsNetwork(db, by, viewer, {
        ref,
        networkId,
        version,
        answer,
        own: own || null,
        note: { [language]: note },
      });
      if (answered.status === "answered") return { ok: true, own: answered.own };
      return outcomeOf("answer", answered.status, form);
    }
    default:
      return null;
  }
}

const PROBLEM: Record<string, Record<string, ProblemCode>> = {
  "last-link": { remove: "last-link" },
  "not-their-action": { own: "not-their-action" },
  "own-with-declined": { own: "own-with-declined" },
  "reason-missing": { note: "reason-missing" },
};

function outcomeOf(intent: string, status: string, form: FormData): LinkResult {
  if (status === "stale") return { ...invalidLink(intent, submittedIn(form), {}), status: 409 };
  const problems = PROBLEM[status];
  return problems ? invalidLink(intent, submittedIn(form), problems) : { ok: true };
}

type InvalidLink = Extract<LinkResult, { ok: false }>;

const invalidLink = (intent: string, submitted: Submitted, problems: Record<string, ProblemCode>): InvalidLink => ({
  ok: false,
  status: 422,
  intent,
  problems,
  submitted,
});

const withProblems = (intent: string, { problems, submitted }: Extract<Parsed<unknown>, { ok: false }>): InvalidLink =>
  invalidLink(intent, submitted, problems);

/** The two forms of a link's page, as it stands; what was typed before signing in again goes into the one that it was of. */
export function linkValues(visit: SignedInVisit, link: Link) {
  const { language } = visit;
  const kept = loadFormDraft(visit);
  const submitted = kept ? (submittedIn(kept) as Record<string, string>) : null;
  const edit = { how: link.how?.text ?? "", language: link.how?.language ?? language, own: link.own?.ref ?? "" };
  const answer = {
    answer: link.answer ?? "",
    note: link.note?.text ?? "",
    own: link.own?.ref ?? "",
    language: link.note?.language ?? language,
  };
  return {
    edit: submitted?.intent === "edit" ? submitted : edit,
    answer: submitted?.intent === "answer" ? submitted : answer,
    // What was typed was typed on the version that its form had: a later one is then a conflict, as it should be.
    version: Number(submitted?.version) || link.version,
  };
}
