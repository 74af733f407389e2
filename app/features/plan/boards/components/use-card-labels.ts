import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { LEVELS, type Level } from "~/domain.ts";
import { type BoardScope, boardOfRef } from "~/features/plan/boards/scope.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { CardLabels } from "./card.tsx";

/** What all cards of a board say alike, worked out once for a page and not once for a card. */
export function useCardLabels(networks: readonly { id: number; name: string }[], scope: BoardScope): CardLabels {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  return useMemo(() => {
    const names = new Map(networks.map(({ id, name }) => [id, name]));
    const quarters = new Map<string, string>();
    return {
      level: Object.fromEntries(LEVELS.map((level) => [level, labels.level(level)])) as Record<Level, string>,
      high: labels.priority("high"),
      low: labels.priority("low"),
      noQuarter: t`no quarter yet`,
      quarter: (quarter) => {
        const text = quarters.get(quarter) ?? format.quarter(quarter);
        quarters.set(quarter, text);
        return text;
      },
      late: (count) => t`${plural(count, { one: "# quarter late", other: "# quarters late" })}`,
      network: (id) => names.get(id) ?? "",
      ...(scope === "plan" && {
        boardOf: (ref) => {
          const board = boardOfRef(ref);
          return { board, name: labels.boardShort(board) };
        },
      }),
      health: labels.health,
      waitsFor: (refs) => {
        const awaited = refs.join(", ");
        return t`waits for ${awaited}`;
      },
      comments: (count) => t`${plural(count, { one: "# new comment", other: "# new comments" })}`,
      move: t`Move`,
      moveRef: (ref) => t`Move ${ref}`,
    };
  }, [networks, scope, labels, format, t]);
}
