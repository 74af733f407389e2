import { Plural, Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import type { nextMilestones } from "../queries.server.ts";

/** What comes next before a meeting, in its row of the list. */
export function NextMilestone({ next, late }: ReturnType<typeof nextMilestones>[string]) {
  const format = useFormat();
  if (!next) return null;
  const { what } = next;
  const day = format.day(Date.parse(`${next.day}T00:00:00Z`));
  return (
    <p className="next-milestone">
      <Trans>
        Next, by {day}: <span lang={next.lang ?? undefined}>{what}</span>
      </Trans>
      {late > 0 && (
        <b className="overdue">
          <Plural value={late} one="# is late" other="# are late" />
        </b>
      )}
    </p>
  );
}
