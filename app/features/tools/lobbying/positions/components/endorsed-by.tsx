import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import type { PositionShown } from "../queries.server.ts";
import { EndorsedLine } from "./endorsed-line.tsx";

/** How far a position is endorsed, with those that did not adopt it and those that have not said yet. */
export function EndorsedBy({ endorsed }: { endorsed: PositionShown["endorsed"] }) {
  const format = useFormat();
  const names = (networks: { name: string }[]) => format.list(networks.map(({ name }) => name));
  const [against, silent] = [names(endorsed.notAdopted), names(endorsed.notYet)];
  return (
    <section className="section endorsed-by" id="endorsed">
      <p className="endorsed-line">
        <EndorsedLine endorsed={endorsed} />
      </p>
      {against && (
        <p>
          <Trans>Not adopted by {against}.</Trans>
        </p>
      )}
      {silent && (
        <p className="soft">
          <Trans>Not yet by {silent}.</Trans>
        </p>
      )}
    </section>
  );
}
