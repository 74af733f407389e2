import { msg } from "@lingui/core/macro";
import { BOARDS, type Language, SPEAKER_CAPACITIES, SUGGESTION_KINDS } from "~/domain.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { labelsOf } from "~/ui/labels.ts";

/** The words of the paper form in one language: it is handed out in others than its facilitator's. */
export function paperLabels(language: Language) {
  const i18n = i18nFor(language);
  const labels = labelsOf(i18n);
  return {
    title: i18n._(msg`A suggestion for the plan`),
    lead: i18n._(
      msg`What should be different in the action plan of INSP!R? Write in your own words. Everyone in the network will read it, and you will get an answer with a reason.`,
    ),
    kind: i18n._(msg`It is`),
    kinds: SUGGESTION_KINDS.map(labels.suggestionKind),
    board: i18n._(msg`It concerns`),
    boards: BOARDS.map(labels.board),
    action: i18n._(msg`The action that it changes, if you know it (such as LOB-3)`),
    what: i18n._(msg`What do you propose? In one line`),
    more: i18n._(msg`Who does what, with whom? How will we know that it is achieved?`),
    why: i18n._(msg`Why is it needed?`),
    origin: i18n._(msg`The country or continent for which you speak`),
    voice: i18n._(msg`You speak`),
    voices: SPEAKER_CAPACITIES.map(labels.voice),
    mandate: i18n._(msg`With a mandate: from whom, when, on what occasion`),
    name: i18n._(msg`Your name and organisation (so that the answer reaches you)`),
    facilitator: i18n._(msg`Please give this sheet to the facilitator, who enters it for you.`),
  };
}

export type PaperLabels = ReturnType<typeof paperLabels>;
