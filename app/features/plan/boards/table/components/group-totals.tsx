import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Priority, Stage } from "~/domain.ts";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { GroupName } from "../table-state.ts";
import type { GroupTotals, Totals } from "../totals.ts";
import { GROUP_NAMES } from "./names.ts";

/** How a group is called: what its actions have in common. */
export function useGroupName(group: GroupName | null, labels: CardLabels) {
  const domainLabels = useLabels();
  return (value: GroupTotals["group"]): string => {
    if (value === null) return labels.noQuarter;
    switch (group) {
      case "stage":
        return domainLabels.stage(value as Stage);
      case "priority":
        return domainLabels.priority(value as Priority);
      case "lead":
        return labels.network(Number(value));
      default:
        return labels.quarter(String(value));
    }
  };
}

/** The head of a group within the table: its totals are over all pages. */
export function GroupHead({ name, totals, span }: { name: string; totals: Totals; span: number }) {
  const format = useFormat();
  return (
    <tr className="group-head">
      <th colSpan={span} scope="rowgroup">
        <span>
          {name}{" "}
          <small>
            <Plural value={totals.count} one="# action" other="# actions" /> ·{" "}
            <Plural value={totals.done} one="# done" other="# done" />
            {totals.late > 0 && (
              <>
                {" · "}
                <span className="overdue">
                  <Plural value={totals.late} one="# late" other="# late" />
                </span>
              </>
            )}{" "}
            · {format.percent(totals.progress)}
          </small>
        </span>
      </th>
    </tr>
  );
}

interface TotalsTableProps {
  group: GroupName | null;
  groups: GroupTotals[];
  all: Totals;
  groupName: (group: GroupTotals["group"]) => string;
}

/** Each group and all together, over all pages. */
export function TotalsTable({ group, groups, all, groupName }: TotalsTableProps) {
  const { i18n } = useLingui();
  return (
    <table className="table totals">
      <caption>
        <Trans>Totals, over all pages</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">{group && i18n._(GROUP_NAMES[group])}</th>
          <th scope="col">
            <Trans>Actions</Trans>
          </th>
          <th scope="col">
            <Trans>Done</Trans>
          </th>
          <th scope="col">
            <Trans>Late</Trans>
          </th>
          <th scope="col">
            <Trans>Progress</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((one) => (
          <TotalsRow key={String(one.group)} name={groupName(one.group)} totals={one} />
        ))}
      </tbody>
      <tfoot>
        <TotalsRow name={<Trans>All</Trans>} totals={all} />
      </tfoot>
    </table>
  );
}

function TotalsRow({ name, totals }: { name: React.ReactNode; totals: Totals }) {
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{format.number(totals.count)}</td>
      <td>{format.number(totals.done)}</td>
      <td className={totals.late > 0 ? "overdue" : undefined}>{format.number(totals.late)}</td>
      <td>{format.percent(totals.progress)}</td>
    </tr>
  );
}
