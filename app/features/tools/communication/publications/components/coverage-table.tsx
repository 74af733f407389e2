import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import type { CalendarShown } from "../calendar.server.ts";
import { type Count, isEmpty } from "../coverage.ts";

type CoverageTableProps = Pick<CalendarShown, "coverage" | "places" | "dayToEnter"> & { labelledBy: string };

/** What there is for each continent in each language: an empty cell says that it is missing, and leads to entering something. */
export function CoverageTable({ coverage, places, dayToEnter, labelledBy }: CoverageTableProps) {
  const format = useFormat();
  const { rows, columns, whole } = coverage;
  return (
    <table className="table pub-coverage" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <td />
          {columns.map(({ language }) => (
            <th key={language} scope="col" lang={language}>
              {LANGUAGE_NAMES[language]}
            </th>
          ))}
          <th scope="col">
            <Trans>Together</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const place = places.find(({ id }) => id === row.place);
          return (
            place && (
              <tr key={place.id} data-place={place.slug}>
                <th scope="row">{place.name}</th>
                {row.cells.map(({ language, count }) => (
                  <td key={language} data-language={language} data-name={LANGUAGE_NAMES[language]}>
                    {isEmpty(count) ? (
                      <Missing place={place} language={language} dayToEnter={dayToEnter} />
                    ) : (
                      <Counts count={count} />
                    )}
                  </td>
                ))}
                <Whole count={row.whole} />
              </tr>
            )
          );
        })}
        <tr data-kind="whole">
          <th scope="row">
            <Trans>Together</Trans>
          </th>
          {columns.map(({ language, whole: of }) => (
            <td key={language} data-name={LANGUAGE_NAMES[language]}>
              {format.number(of.published + of.planned)}
            </td>
          ))}
          <Whole count={whole} />
        </tr>
      </tbody>
    </table>
  );
}

function Whole({ count: { published, planned } }: { count: Count }) {
  const format = useFormat();
  return <td className="pub-whole">{format.number(published + planned)}</td>;
}

function Counts({ count: { published, planned } }: { count: Count }) {
  return (
    <>
      {published > 0 && (
        <span className="pub-count">
          <span aria-hidden="true">●</span> <Plural value={published} one="# published" other="# published" />
        </span>
      )}
      {planned > 0 && (
        <span className="pub-count">
          <span aria-hidden="true">○</span> <Plural value={planned} one="# planned" other="# planned" />
        </span>
      )}
    </>
  );
}

interface MissingProps {
  place: CalendarShown["places"][number];
  language: Language;
  dayToEnter: string;
}

function Missing({ place: { slug, name, mayAdd }, language, dayToEnter }: MissingProps) {
  const format = useFormat();
  const spoken = format.language(language);
  const missing = <Trans context="publications">missing</Trans>;
  if (!mayAdd) return <span className="pub-missing">{missing}</span>;
  const query = new URLSearchParams({ network: slug, language, day: dayToEnter, state: "planned" });
  return (
    <Link className="pub-missing" to={`/publications/new?${query}`}>
      <span aria-hidden="true">+ </span>
      {missing}
      <span className="unseen">
        {" "}
        <Trans>
          (enter something in {spoken} for {name})
        </Trans>
      </span>
    </Link>
  );
}
