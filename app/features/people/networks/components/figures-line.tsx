import { Trans } from "@lingui/react/macro";
import type { Figures } from "~/features/people/networks/queries.server.ts";
import { useFormat } from "~/ui/format.ts";

interface FiguresLineProps {
  figures: Figures | null;
  /** How many of each are in the tree. */
  entered: { continental: number; national: number; organisation: number };
}

/** What the network published of itself, set against what has been entered here: honest about what is missing. */
export function FiguresLine({ figures, entered }: FiguresLineProps) {
  const format = useFormat();
  if (!figures) return null;
  const { year } = figures;
  const organisations = format.number(figures.memberOrganisations);
  const [national, ofNational] = [format.number(entered.national), format.number(figures.nationalNetworks)];
  const continental = format.number(figures.continentalNetworks);
  return (
    <p>
      <Trans>
        In {year} the network counted {organisations} member organisations in {ofNational} national and {continental}{" "}
        continental networks. {national} of the {ofNational} national networks are entered here so far.
      </Trans>
    </p>
  );
}
