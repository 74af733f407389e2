import { useLingui } from "@lingui/react/macro";
import type { Change } from "../compare.ts";

/** What each kind of change is called beside its figure: "3 added". */
export function useChangeNames(): Record<Change, string> {
  const { t } = useLingui();
  return {
    added: t({ message: "added", comment: "How many actions: a figure stands before it" }),
    gone: t({ message: "dropped", comment: "How many actions: a figure stands before it" }),
    moved: t({ message: "moved to another stage", comment: "How many actions: a figure stands before it" }),
    priority: t({ message: "with another priority", comment: "How many actions: a figure stands before it" }),
    due: t({ message: "with another due quarter", comment: "How many actions: a figure stands before it" }),
    led: t({ message: "with another lead or level", comment: "How many actions: a figure stands before it" }),
    reworded: t({ message: "reworded", comment: "How many actions: a figure stands before it" }),
    refiled: t({ message: "filed otherwise", comment: "How many actions: a figure stands before it" }),
    "key-results": t({ message: "with changed key results", comment: "How many actions: a figure stands before it" }),
  };
}
