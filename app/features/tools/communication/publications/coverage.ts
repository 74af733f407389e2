import type { Language } from "~/domain.ts";

/** What of a publication decides where it is counted. */
export interface Counted {
  networkId: number;
  language: Language;
  published: boolean;
}

/** A row of the table: the international level, a continent with all below it, or the network that a filter names. */
export interface Place {
  id: number;
  branch: ReadonlySet<number>;
}

export interface Count {
  published: number;
  planned: number;
}

export interface Coverage {
  rows: { place: number; cells: { language: Language; count: Count }[]; whole: Count }[];
  columns: { language: Language; whole: Count }[];
  whole: Count;
}

export const countOf = (publications: readonly Counted[]): Count => {
  const published = publications.filter((one) => one.published).length;
  return { published, planned: publications.length - published };
};

export const isEmpty = ({ published, planned }: Count): boolean => published + planned === 0;

/**
 * Counts publications by place and language. Each stands in one cell: that of its language, in the row of the place to which
 * its network belongs.
 */
export function coverageOf(
  places: readonly Place[],
  languages: readonly Language[],
  publications: readonly Counted[],
): Coverage {
  const rows = places.map(({ id, branch }) => {
    const own = publications.filter(({ networkId }) => branch.has(networkId));
    const cells = languages.map((language) => ({
      language,
      count: countOf(own.filter((one) => one.language === language)),
    }));
    return { place: id, cells, whole: added(cells.map(({ count }) => count)) };
  });
  return {
    rows,
    columns: languages.map((language, at) => ({
      language,
      whole: added(rows.flatMap(({ cells }) => cells[at]?.count ?? [])),
    })),
    whole: added(rows.map(({ whole }) => whole)),
  };
}

const added = (counts: readonly Count[]): Count => ({
  published: counts.reduce((sum, { published }) => sum + published, 0),
  planned: counts.reduce((sum, { planned }) => sum + planned, 0),
});

/** What is missing, in as few words as say it. */
export interface Gaps {
  /** Places for which there is nothing in any language. */
  places: number[];
  /** Languages in which there is nothing for anybody. */
  languages: Language[];
  /** Of the other places, the other languages in which they have nothing. */
  within: { place: number; languages: Language[] }[];
  /** How many cells are empty. */
  cells: number;
}

/** Where languages and continents are missing: a whole row or column is said once, and not cell by cell. */
export function gapsIn({ rows, columns }: Coverage): Gaps {
  const languages = columns.filter(({ whole }) => isEmpty(whole)).map(({ language }) => language);
  const within = rows
    .filter(({ whole }) => !isEmpty(whole))
    .map(({ place, cells }) => ({
      place,
      languages: cells
        .filter(({ language, count }) => isEmpty(count) && !languages.includes(language))
        .map(({ language }) => language),
    }));
  return {
    places: rows.filter(({ whole }) => isEmpty(whole)).map(({ place }) => place),
    languages,
    within: within.filter((one) => one.languages.length > 0),
    cells: rows.flatMap(({ cells }) => cells).filter(({ count }) => isEmpty(count)).length,
  };
}
