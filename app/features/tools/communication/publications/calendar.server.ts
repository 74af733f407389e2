import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import { descendantsOf, inTreeOrder, type Network } from "~/features/core/network-tree.ts";
import { mayEditEntry, type Viewer } from "~/features/core/policy.ts";
import type { Filters } from "~/features/tools/engine/filters.server.ts";
import type { PageContext } from "~/features/tools/engine/pages.server.ts";
import { allEntries, type ListedEntry } from "~/features/tools/engine/queries.server.ts";
import { fitsKind } from "~/features/tools/engine/register.ts";
import { edgesOf, type Month, monthOf } from "~/lib/month.ts";
import { type Counted, coverageOf, gapsIn, type Place } from "./coverage.ts";
import { type Channel, isOverdue, publications } from "./publications.ts";

/** A publication as a day of the calendar shows it. */
export interface Shown extends Counted {
  id: number;
  title: string;
  /** The language of the title, where it is not the reader's. */
  lang: Language | null;
  channel: Channel;
  network: string;
  day: string;
  late: boolean;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));

/** The publications of a month, what it lacks, and the months of its year beside it. 2 statements. */
export function calendarOf(
  { db, viewer, networks, language }: PageContext,
  filters: Filters,
  month: Month,
  today: string,
) {
  const year = Number(month.slice(0, 4));
  const ofYear = allEntries(db, publications, { ...filters, year: { field: "day", year } }, language).map((entry) =>
    shown(entry, today),
  );
  const places = placesOf(viewer, networks, filters, language);
  const languages = LANGUAGES.filter((one) => (filters.choices.language ?? one) === one);
  const inMonth = (asked: string) => ofYear.filter(({ day }) => monthOf(day) === asked);
  const own = inMonth(month);
  const coverage = coverageOf(places, languages, own);
  return {
    month,
    coverage,
    gaps: gapsIn(coverage),
    total: own.length,
    items: own.map((one) => ({ ...one, to: `/publications/${one.id}`, first: one.day, last: one.day })),
    /** Something new is entered for today in this month, and for the first day of any other. */
    dayToEnter: monthOf(today) === month ? today : edgesOf(month).first,
    places: places.map(({ id, slug, name, mayAdd }) => ({ id, slug, name, mayAdd })),
    months: MONTHS.map((number) => {
      const one = `${year}-${number}` as Month;
      const covered = coverageOf(places, languages, inMonth(one));
      return { month: one, ...covered.whole, empty: gapsIn(covered).cells };
    }),
  };
}

export type CalendarShown = ReturnType<typeof calendarOf>;

/** The international level and each continent with what is below it, or the one network that a filter names. */
function placesOf(
  viewer: Viewer,
  networks: readonly Network[],
  { network: chosen }: Filters,
  language: Language,
): (Place & { slug: string; name: string; mayAdd: boolean })[] {
  return inTreeOrder(networks, language)
    .filter(({ slug, kind }) => (chosen ? slug === chosen.slug : kind === "international" || kind === "continental"))
    .map((network) => ({
      id: network.id,
      slug: network.slug,
      name: network.names[language],
      branch: network.kind === "international" ? new Set([network.id]) : descendantsOf(networks, network.id),
      mayAdd:
        !network.closedOn && fitsKind(publications, network) && mayEditEntry(viewer, { ...publications, network }),
    }));
}

function shown({ id, title, lang, network, values }: ListedEntry, today: string): Shown {
  return {
    id,
    title,
    lang,
    network: network.name,
    networkId: network.id,
    day: String(values.day),
    channel: values.channel as Channel,
    language: isOneOf(LANGUAGES, values.language) ? values.language : "en",
    published: values.state === "published",
    late: isOverdue(values, today),
  };
}
