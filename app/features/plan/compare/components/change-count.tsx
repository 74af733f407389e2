import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Change } from "../compare.ts";

/** How many actions saw a kind of change: "3 added". */
export const CHANGE_COUNT: Record<Change, (count: number) => ReactNode> = {
  added: (count) => <Plural value={count} one="# added" other="# added" />,
  gone: (count) => <Plural value={count} one="# dropped" other="# dropped" />,
  moved: (count) => <Plural value={count} one="# moved to another stage" other="# moved to another stage" />,
  priority: (count) => <Plural value={count} one="# with another priority" other="# with another priority" />,
  due: (count) => <Plural value={count} one="# with another due quarter" other="# with another due quarter" />,
  led: (count) => <Plural value={count} one="# with another lead or level" other="# with another lead or level" />,
  reworded: (count) => <Plural value={count} one="# reworded" other="# reworded" />,
  refiled: (count) => <Plural value={count} one="# filed otherwise" other="# filed otherwise" />,
  "key-results": (count) => (
    <Plural value={count} one="# with changed key results" other="# with changed key results" />
  ),
};
