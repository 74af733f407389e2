import { sql } from "drizzle-orm";
import type { Language, NetworkKind } from "~/domain.ts";
import type { SearchSource, SearchSources } from "~/features/core/search/sources.server.ts";
import { networks } from "~db/schema/people.ts";

const network: SearchSource<{ slug: string; kind: NetworkKind; names: Record<Language, string> }> = {
  details: (id) => sql`(
    select json_object('slug', n.slug, 'kind', n.kind, 'names', json(n.names)) from ${networks} as n where n.id = ${id})`,
  shown: ({ title }, { slug, kind, names }, reader) => {
    // Whatever it is called elsewhere stands beside the reader's own name for it, where they differ.
    const others = title.includes(" · ") ? title : "";
    return {
      to: `/networks/${slug}`,
      title: others ? names[reader] : title,
      text: others,
      networkKind: kind,
      lang: null,
      textLang: null,
    };
  },
};

export const networkSearch = { network } satisfies Partial<SearchSources>;
