import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Board, Stage } from "~/domain.ts";
import type { BulkEditAnswer, Hindering } from "~/features/plan/actions/bulk-edit-form.server.ts";
import type { BulkFieldName, BulkListName } from "~/features/plan/actions/fields.ts";
import { outcomeRequiredBy } from "~/features/plan/actions/stage.ts";
import { isLineLost } from "~/ui/lost-line.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { TableRow } from "../rows.server.ts";

export type Changeable = BulkFieldName | BulkListName;

/** What of a row its changes go by. */
export type ChangedRow = Pick<TableRow, "ref" | "version" | "stage">;

/** What was asked of a row, and the values from which it was. */
export interface Wanted {
  name: Changeable;
  value: string;
  /** What is sent for a list, which is added to and taken from; else the value under its name. */
  fields?: Record<string, string>;
}

/** A change that was made, to be taken back by its event. */
export interface RowChanged {
  event: number;
  refs: string[];
}

/**
 * The change of one row in its place: one request a change, with the row's version; its value is shown at once and stays
 * only if the server agrees. What is chosen while a change is on its way is sent once that one is answered, on the version
 * that it made: nobody conflicts with themselves.
 */
export function useRowChange(
  board: Board,
  row: ChangedRow,
  onChanged: (changed: RowChanged) => void,
  place: "row" | "panel" | "key" = "row",
) {
  const fetcher = useFetcher<{ together: BulkEditAnswer } | { lineLost: true }>({ key: `${place}-${row.ref}` });
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [asking, setAsking] = useState<"result" | "reason" | null>(null);
  const busy = fetcher.state !== "idle";
  const lineLost = !busy && isLineLost(fetcher.data);
  const answer = !busy && fetcher.data && "together" in fetcher.data ? fetcher.data.together : null;
  const hindered: Hindering | null = answer?.outcome === "hindered" ? (answer.by[0] ?? null) : null;
  const problems: Record<string, ProblemCode> = answer?.outcome === "invalid" ? answer.problems : {};

  const changed = answer?.outcome === "changed" ? answer : null;
  // The page may still show the row as it was before the own change.
  const version = Math.max(row.version, changed?.versions[row.ref] ?? 0);

  const send = (want: Wanted, outcome = "") => {
    setAsking(null);
    setWanted(want);
    const fields = want.fields ?? { [want.name]: want.value };
    const about = { chosen: row.ref, [`version.${row.ref}`]: String(version), outcome };
    fetcher.submit({ ...fields, ...about, quick: "1" }, { method: "post", action: `/boards/${board}/together` });
  };

  const next = useRef<Wanted | null>(null);
  const choose = (want: Wanted) => {
    if (busy) {
      next.current = want;
      setWanted(want);
      return;
    }
    const asked = want.name === "stage" ? outcomeRequiredBy(want.value as Stage) : null;
    if (!asked || want.value === row.stage) return send(want);
    setWanted(want);
    setAsking(asked);
  };

  const told = useRef<number | null>(null);
  useEffect(() => {
    if (busy) return;
    const waiting = next.current;
    next.current = null;
    if (waiting) choose(waiting);
    if (changed && told.current !== changed.event) {
      told.current = changed.event;
      onChanged({ event: changed.event, refs: changed.refs });
    }
  });

  const forget = () => {
    setWanted(null);
    setAsking(null);
  };

  return {
    busy,
    wanted,
    asking,
    choose,
    send,
    forget,
    problems,
    /** What keeps a change from being made, until it is sent again or let go. */
    hindered: wanted ? hindered : null,
    lineLost: wanted !== null && lineLost,
    /** The value to show while it is on its way, or while what it asks for is being written. */
    shown: (name: Changeable) => (wanted?.name === name && (busy || asking) ? wanted.value : null),
  };
}

export type RowChange = ReturnType<typeof useRowChange>;
