import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import type { CalendarShown } from "../calendar.server.ts";

type GapsSaidProps = Pick<CalendarShown, "gaps" | "places" | "total">;

/** Where languages and continents are missing in a month, in words. */
export function GapsSaid({ gaps, places, total }: GapsSaidProps) {
  const format = useFormat();
  const nameOf = (id: number) => places.find((place) => place.id === id)?.name ?? "";
  const [nobody, nowhere] = [format.list(gaps.places.map(nameOf)), format.list(gaps.languages.map(format.language))];
  if (total === 0)
    return (
      <p className="pub-gaps">
        <Trans>Nothing is published or planned in this month yet.</Trans>
      </p>
    );
  if (gaps.cells === 0)
    return (
      <p className="pub-gaps">
        <Trans>Nothing is missing: there is something for each of them in every language.</Trans>
      </p>
    );
  return (
    <ul className="pub-gaps">
      {nobody && (
        <li>
          <Trans>Nothing at all for {nobody}.</Trans>
        </li>
      )}
      {nowhere && (
        <li>
          <Trans>Nothing at all in {nowhere}.</Trans>
        </li>
      )}
      {gaps.within.map(({ place, languages }) => {
        const name = nameOf(place);
        const missing = format.list(languages.map(format.language));
        return (
          <li key={place}>
            <Trans>
              {name}: no {missing}.
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}
