import { newestEvent } from "~/features/core/live/newest.server.ts";
import { maySuggest, mayWorkOn } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { formChoices } from "~/features/plan/actions/form.server.ts";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { findAction, readingOf, translationOf } from "~/features/plan/actions/queries.server.ts";
import { peopleChoices, responsibleOf } from "~/features/plan/actions/responsible.server.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { commentsOn, linkTalk, textsOfTalk } from "~/features/plan/comments/queries.server.ts";
import { dependenciesOf } from "~/features/plan/dependencies/queries.server.ts";
import { keyResultsOf, latestCheckIn } from "~/features/plan/key-results/queries.server.ts";
import { loadReferences } from "~/features/plan/references/references.server.ts";
import { quarterOf, quartersOverdue } from "~/lib/quarter.ts";
import { PANEL } from "./address.ts";

const NEWEST = { page: null, comment: null };

/**
 * Returns what the side panel shows of the action that the address names (`?panel=LOB-4`); null where it names none, or one that
 * there is not: an old address still shows its list.
 */
export function loadPanel(visit: SignedInVisit) {
  const { db, viewer, networks, language, url, at } = visit;
  const asked = url.searchParams.get(PANEL);
  const action = asked ? findAction(db, asked.trim().toUpperCase()) : undefined;
  if (!action) return null;
  const { id, ref, board, stage, level, startQuarter, dueQuarter, sourceLanguage, texts } = action;
  const reading = readingOf(texts, language, sourceLanguage);
  const talk = commentsOn(db, { actionId: id }, NEWEST, { viewer });
  const references = loadReferences(db, [reading.description, ...textsOfTalk(talk)], language);
  const mayWork = mayWorkOn(viewer, action);
  const { leads, quarters } = formChoices(visit, [startQuarter, dueQuarter], [action.lead.id]);
  const people = mayWork ? peopleChoices(db, { networks, language }, action.lead.id, action.responsibleId) : [];
  return {
    id,
    since: newestEvent(db),
    ref,
    version: action.version,
    board,
    stage,
    level,
    priority: action.priority,
    actionKind: action.actionKind,
    partners: action.partners,
    labels: action.labels,
    responsible: responsibleOf(db, action.responsibleId),
    responsibleId: action.responsibleId,
    lead: { id: action.lead.id, slug: action.lead.slug, name: action.lead.names[language] },
    startQuarter,
    dueQuarter,
    late: quartersOverdue(dueQuarter, isOpen(stage), quarterOf(at)),
    progress: progressOfAction(stage, action.measured),
    text: { ...reading, description: renderMarkdown(reading.description, references) },
    outcome: translationOf(action.outcome, language, sourceLanguage),
    mayWork,
    maySuggest: maySuggest(viewer),
    choices: {
      quarters: mayWork ? quarters : [],
      leads: mayWork ? leads.map(({ id: network, name }) => ({ id: network, name })) : [],
      people: people.filter(({ fits, id: person }) => fits || person === action.responsibleId),
    },
    keyResults: keyResultsOf(db, id, language, at),
    latestCheckIn: latestCheckIn(db, id, language),
    dependencies: dependenciesOf(db, action, language),
    comments: linkTalk(talk, references),
  };
}

export type PanelData = NonNullable<ReturnType<typeof loadPanel>>;
