import { sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type Details, detailsOf } from "~/features/core/details.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { Found } from "~/features/core/search/found.ts";
import type { SearchSource, SearchSources } from "~/features/core/search/sources.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { comments } from "~db/schema/history.ts";
import { documents } from "~db/schema/plan.ts";
import { actionDetails } from "./actions/titles.server.ts";

type Action = Details["action"];

const standing = ({ board, stage }: Action) => ({ board, stage });

const action: SearchSource<Action> = {
  details: actionDetails,
  shown: ({ title, ref }, told) => ({ ...standing(told), to: `/actions/${ref}`, ref, title }),
};

/** What has no title of its own shows that of its action. */
const titledAs = (told: Action, reader: Language) => ({
  ...standing(told),
  to: `/actions/${told.ref}`,
  ref: told.ref,
  title: told.title,
  lang: foreign(told.lang, reader),
});

const result: SearchSource<Action> = {
  details: actionDetails,
  shown: (_, told, reader) => titledAs(told, reader),
};

const document: SearchSource<Action> = {
  details: (id, reader) => sql`(
    select ${detailsOf("action", sql`f.action_id`, reader)} from ${documents} as f where f.id = ${id})`,
  shown: ({ title }, told) => ({ ...standing(told), to: `/actions/${told.ref}/documents`, ref: told.ref, title }),
};

/** What a comment was made on: one of the three. */
interface Commented {
  action: Action | null;
  suggestion: Details["suggestion"] | null;
  view: Details["view"] | null;
}

/** A comment shows the title of what it was made on. */
const comment: SearchSource<Commented> = {
  details: (id, reader) => sql`(
    select json_object(
      'action', json(${detailsOf("action", sql`c.action_id`, reader)}),
      'suggestion', json(${detailsOf("suggestion", sql`c.suggestion_id`, reader)}),
      'view', json(${detailsOf("view", sql`c.alignment_id`, reader)}))
    from ${comments} as c where c.id = ${id})`,
  shown: ({ subjectId }, told, reader) => {
    const { to, ...shown } = commented(told, reader);
    return { ...shown, to: `${to}#comment-${subjectId}` };
  },
};

function commented(on: Commented, reader: Language): Pick<Found, "to" | "title"> & Partial<Found> {
  if (on.view) {
    const { quarter, slug, network } = on.view;
    return { to: `/reviews/${quarter}/alignment/${slug}`, title: network[reader], quarter, lang: null };
  }
  if (on.suggestion) {
    const { id, title, board, state, origin, lang } = on.suggestion;
    const origins = { board, state, origin: origin[reader] };
    return { ...origins, to: `/suggestions/${id}`, ref: suggestionName(id), title, lang: foreign(lang, reader) };
  }
  if (!on.action) throw new Error("A comment stands at no action, suggestion or view.");
  return titledAs(on.action, reader);
}

export const planSearch = { action, result, document, comment } satisfies Partial<SearchSources>;
