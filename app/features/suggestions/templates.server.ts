import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Language } from "~/domain.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";

interface Template {
  /** What it is for, in a list of choices. */
  name: MessageDescriptor;
  text: MessageDescriptor;
}

/** Beginnings of answers, to be completed: what is particular to a suggestion, only its coordinator can say. */
const TEMPLATES: Record<string, Template> = {
  accepted: {
    name: msg`Accepted: it goes into the plan`,
    text: msg`Thank you for this suggestion. We take it into the plan, because …

You will hear from us each time the action moves.`,
  },
  part: {
    name: msg`In part: what we take and what we leave`,
    text: msg`Thank you for this suggestion. We take over … , because …

We leave … as it is, because …`,
  },
  "already-there": {
    name: msg`Declined: the plan does it already`,
    text: msg`Thank you for this suggestion. The plan does this already: see the action … . You are welcome to follow it and to say there what is missing.`,
  },
  "no-means": {
    name: msg`Declined: no means for it now`,
    text: msg`Thank you for this suggestion. We find it right, but we have neither the people nor the money for it this year, because … . We look at it again when … .`,
  },
  national: {
    name: msg`Declined: better done by a national network`,
    text: msg`Thank you for this suggestion. It can be done better where you are than at international level, because … . We gladly put you in touch with networks that have done it.`,
  },
};

export function templateNames(language: Language): { id: string; name: string }[] {
  const i18n = i18nFor(language);
  return Object.entries(TEMPLATES).map(([id, { name }]) => ({ id, name: i18n._(name) }));
}

/** A template in a language; null for one that is not there. */
export function templateIn(id: string, language: Language): string | null {
  return Object.hasOwn(TEMPLATES, id) ? i18nFor(language)._(TEMPLATES[id]?.text as MessageDescriptor) : null;
}
