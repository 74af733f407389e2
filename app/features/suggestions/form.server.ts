import type { z } from "zod";
import type { Board, Language, SpeakerCapacity, SuggestionKind } from "~/domain.ts";
import { type Parsed, parseForm, submittedIn } from "~/features/core/forms.server.ts";
import {
  ancestorsOf,
  type Network,
  namedInTreeOrder,
  networkOptions,
  openNetworks,
} from "~/features/core/network-tree.ts";
import { maySpeakFor, maySpeakUnderMandateOf, type Viewer } from "~/features/core/policy.ts";
import { labelsOfPlan } from "~/features/plan/actions/action-labels.server.ts";
import { actionAtVersion } from "~/features/plan/actions/as-of.server.ts";
import { fieldsNow } from "~/features/plan/actions/edit-conflict.server.ts";
import { AMENDABLE, LIST_FIELDS, pickFields, TEXT_FIELDS } from "~/features/plan/actions/fields.ts";
import { formChoices, valuesOf } from "~/features/plan/actions/form.server.ts";
import type { PlanAction } from "~/features/plan/actions/queries.server.ts";
import { sameValue } from "~/lib/same-value.ts";
import { DEFAULT_ZONE, dayIn } from "~/lib/time-zones.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import type { DraftContent, Proposal } from "~db/stored/suggestions.ts";
import type { SpeakerChoices, SuggestionChoices } from "./choices.ts";
import {
  amendmentSchema,
  newActionSchema,
  problemsOfAmendment,
  problemsOfVoice,
  remarkSchema,
  type Speaker,
} from "./schemas.ts";

interface FormContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

/** What a suggestion's form has made of it: checked, and for whom it speaks. */
export interface Content extends Speaking {
  kind: SuggestionKind;
  board: Board;
  actionId: number | null;
  baseVersion: number | null;
  language: Language;
  title: string;
  why: string;
  proposal: Proposal;
}

export interface Speaking {
  originId: number;
  voice: SpeakerCapacity;
  mandateById: number | null;
  mandateOn: string | null;
  mandateOccasion: string | null;
}

/** For whom this viewer can speak. */
export function speakerChoices({ viewer, networks, language }: Omit<FormContext, "at">): SpeakerChoices {
  const tree = networkOptions(networks, language);
  return {
    origins: tree.filter((network) => maySpeakFor(viewer, network)),
    mandators: tree.filter((network) => maySpeakUnderMandateOf(viewer, network)),
  };
}

/** What this viewer can choose in a suggestion's form; about an action, its own quarters are among them, however old. */
export function suggestionChoices(asked: FormContext & { db: Database }, action: PlanAction | null): SuggestionChoices {
  const { quarters } = formChoices(asked, action ? [action.startQuarter, action.dueQuarter] : []);
  const open = openNetworks(asked.networks, action ? [action.lead.id] : []);
  const leads = namedInTreeOrder(open, asked.language).map(({ id, name, depth }) => ({ id, name, depth }));
  return { ...speakerChoices(asked), leads, quarters, labels: action ? labelsOfPlan(asked.db) : [] };
}

/** How a new form begins: the viewer's own language and nearest network, and a copy of what would be amended. */
export function beginning(
  asked: FormContext,
  kind: SuggestionKind,
  board: Board,
  action: PlanAction | null,
  text: Language,
) {
  const { viewer, networks, language } = asked;
  const nearest = openNetworks(ancestorsOf(networks, viewer.networkId)).find((network) => maySpeakFor(viewer, network));
  const origin = nearest ?? openNetworks(networks).find((network) => maySpeakFor(viewer, network));
  const submitted: DraftContent = {
    kind,
    board,
    language,
    title: "",
    why: "",
    voice: "personal",
    level: "national",
    origin: String(origin?.id ?? ""),
    mandateBy: String(viewer.networkId),
  };
  return action && kind === "amendment" ? { ...submitted, ...copyOf(action, text) } : submitted;
}

/** An action's fields as the form of an amendment begins with them. */
export function copyOf(action: PlanAction, textLanguage: Language): DraftContent {
  return { ...copied(fieldsNow(action), textLanguage), textLanguage, baseVersion: String(action.version) };
}

/** The fields that an amendment may change, as its form shows them. */
function copied(fields: ActionFields, text: Language): DraftContent {
  return {
    ...(pickFields(valuesOf(fields), AMENDABLE) as DraftContent),
    actionTitle: fields[`title.${text}`] ?? "",
    description: fields[`description.${text}`] ?? "",
    expectedResult: fields[`expectedResult.${text}`] ?? "",
  };
}

/** A suggestion as its form shows it again. */
export function draftFrom(db: Database, content: Content, action: PlanAction | null): DraftContent {
  const { kind, board, language, title, why, proposal, originId, voice, mandateById, mandateOn, mandateOccasion } =
    content;
  const spoken: DraftContent = {
    kind,
    board,
    language,
    title,
    why,
    voice,
    origin: String(originId),
    mandateBy: String(mandateById ?? ""),
    mandateOn: mandateOn ?? "",
    mandateOccasion: mandateOccasion ?? "",
  };
  if (kind === "new-action") {
    return {
      ...spoken,
      level: proposal.level ?? "national",
      description: proposal[`description.${language}`] ?? "",
      expectedResult: proposal[`expectedResult.${language}`] ?? "",
    };
  }
  if (kind !== "amendment" || !action) return spoken;
  const base = baseOf(db, action, content.baseVersion ?? action.version);
  const text = textLanguageOf(proposal) ?? action.sourceLanguage;
  return {
    ...spoken,
    ...copied({ ...base, ...proposal }, text),
    textLanguage: text,
    baseVersion: String(content.baseVersion),
  };
}

/** The language of the text that a proposal changes; null when it changes none. */
export function textLanguageOf(proposal: Proposal): Language | null {
  const name = Object.keys(proposal).find((field) => field.includes("."));
  return (name?.split(".")[1] as Language | undefined) ?? null;
}

/** What the author of an amendment had before them. */
export function baseOf(db: Database, action: PlanAction, version: number): ActionFields {
  return actionAtVersion(db, action.id, version) ?? fieldsNow(action);
}

interface Reading extends FormContext {
  db: Database;
  kind: SuggestionKind;
  /** What it is about, where it is about an action. */
  action: PlanAction | null;
}

/** Reads the form of a suggestion, with the checks that need the viewer, the clock and the plan. */
export function readSuggestion(form: FormData, reading: Reading): Parsed<Content> {
  const { kind, action } = reading;
  if (kind === "new-action") return readNewAction(form, reading);
  if (kind === "amendment" && action) return readAmendment(form, reading, action);
  return readRemark(form, reading);
}

function readNewAction(form: FormData, reading: Reading): Parsed<Content> {
  const parsed = parseForm(newActionSchema, form);
  return checked(form, parsed, reading, (submitted, speaking) => {
    const { board, language, title, why, description, expectedResult, level } = submitted;
    const proposal: Proposal = { level, lead: speaking.originId, sourceLanguage: language };
    proposal[`title.${language}`] = title;
    proposal[`description.${language}`] = description;
    proposal[`expectedResult.${language}`] = expectedResult;
    return { kind: "new-action", board, actionId: null, baseVersion: null, language, title, why, proposal };
  });
}

function readAmendment(form: FormData, reading: Reading, action: PlanAction): Parsed<Content> {
  const parsed = parseForm(amendmentSchema, form);
  if (!parsed.ok) return { ...parsed, problems: { ...parsed.problems, ...whyAsked(form) } };
  const { language, title, why, baseVersion } = parsed.value;
  const proposal = changed(baseOf(reading.db, action, baseVersion), parsed.value);
  const problems = { ...problemsOfAmendment(parsed.value, Object.keys(proposal).length), ...whyAsked(form) };
  return checked(
    form,
    parsed,
    reading,
    () => ({
      kind: "amendment" as const,
      board: action.board,
      actionId: action.id,
      baseVersion,
      language,
      title,
      why,
      proposal,
    }),
    problems,
  );
}

/** A remark on an action stands on the action's board, which its form does not ask for. */
function readRemark(form: FormData, reading: Reading): Parsed<Content> {
  const { action } = reading;
  if (action) form.set("board", action.board);
  const parsed = parseForm(remarkSchema, form);
  return checked(
    form,
    parsed,
    reading,
    ({ board, language, title, why }) => ({
      kind: "remark" as const,
      board,
      actionId: action?.id ?? null,
      baseVersion: null,
      language,
      title,
      why,
      proposal: {},
    }),
    whyAsked(form),
  );
}

/** An amendment and a remark are nothing without their why; a new action says it in its description. */
function whyAsked(form: FormData): Record<string, ProblemCode> {
  return String(submittedIn(form).why ?? "").trim() ? {} : { why: "why-missing" };
}

/** The fields that an amendment changes, against what its author had before them. */
function changed(base: ActionFields, submitted: z.output<typeof amendmentSchema>): Proposal {
  const suggested: Record<string, unknown> = {};
  for (const field of AMENDABLE) if (!sameValue(base[field], submitted[field])) suggested[field] = submitted[field];
  for (const field of TEXT_FIELDS) {
    const name = `${field}.${submitted.textLanguage}` as const;
    const value = field === "title" ? submitted.actionTitle : submitted[field];
    if ((base[name] ?? "") !== value) suggested[name] = value;
  }
  return suggested as Proposal;
}

/** The common end of the three: the voice, the origin, and all problems at once. */
function checked<T extends Speaker>(
  form: FormData,
  parsed: Parsed<T>,
  { viewer, networks, at }: Reading,
  content: (submitted: T, speaking: Speaking) => Omit<Content, keyof Speaking>,
  more: Record<string, ProblemCode> = {},
): Parsed<Content> {
  if (!parsed.ok) return { ...parsed, problems: { ...parsed.problems, ...more } };
  const submitted = parsed.value;
  const problems = { ...more, ...problemsOfVoice(submitted, dayIn(viewer.timeZone ?? DEFAULT_ZONE, at)) };
  const origin = openNetworks(networks).find(({ id }) => id === submitted.origin);
  if (!origin || !maySpeakFor(viewer, origin)) problems.origin = "not-your-origin";
  const mandated = submitted.voice === "mandated";
  const mandator = mandated ? networks.find(({ id }) => id === submitted.mandateBy) : null;
  if (mandated && submitted.mandateBy && (!mandator || !maySpeakUnderMandateOf(viewer, mandator)))
    problems.mandateBy = "not-your-origin";
  if (Object.keys(problems).length > 0) return { ok: false, problems, submitted: submittedIn(form, LIST_FIELDS) };
  const speaking: Speaking = {
    originId: submitted.origin,
    voice: submitted.voice,
    mandateById: mandated ? submitted.mandateBy : null,
    mandateOn: mandated ? submitted.mandateOn : null,
    mandateOccasion: mandated ? submitted.mandateOccasion : null,
  };
  return { ok: true, value: { ...content(submitted, speaking), ...speaking } };
}
