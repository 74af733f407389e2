import { LANGUAGES } from "~/domain.ts";
import type { Details } from "~/features/core/details.server.ts";
import { entryName } from "~/features/core/references.ts";
import type { SearchSource, SearchSources } from "~/features/core/search/sources.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { entryDetails } from "./details.server.ts";

const entry: SearchSource<Details["entry"]> = {
  details: entryDetails,
  shown: (hit, { register, title, network }, reader) => {
    // A text that was found beside the title has none of its own: the entry's title stands over it.
    const titled = [reader, ...LANGUAGES].find((one) => title[one]) ?? reader;
    return {
      to: `/${register}/${hit.subjectId}`,
      ref: entryName(hit.subjectId),
      title: hit.title || (title[titled] ?? ""),
      origin: network[reader],
      register,
      lang: foreign(hit.title ? (hit.lang ?? reader) : titled, reader),
    };
  },
};

export const toolSearch = { entry } satisfies Partial<SearchSources>;
