import { Plural, Trans } from "@lingui/react/macro";
import type { PositionShown } from "../queries.server.ts";

/** How far a position is endorsed: "adopted unanimously", or by how many of all. */
export function EndorsedLine({ endorsed }: { endorsed: PositionShown["endorsed"] }) {
  const { total, adopted, unanimous } = endorsed;
  const number = adopted.length;
  if (unanimous) return <Trans>adopted unanimously</Trans>;
  return (
    <Plural value={total} one={`adopted by ${number} of # network`} other={`adopted by ${number} of # networks`} />
  );
}
