import { isOneOf } from "~/domain.ts";
import type { ReplanAnswer } from "~/features/plan/actions/replan.server.ts";
import { boardSearch, withParameter } from "~/features/plan/boards/filters.ts";
import { isQuarter, type Quarter } from "~/lib/quarter.ts";
import { pageFrom } from "~/ui/paging.ts";

/** By what a timeline's rows are gathered. */
export const GROUPINGS = ["lead", "level"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the address says of a timeline, beside the filters that all views share. */
export interface TimelineQuery {
  from: Quarter | "all" | null;
  group: Grouping;
  page: number;
  /** The action whose form is open. */
  plan: string | null;
}

/** Reads a timeline's query string. What does not fit is left out: an old bookmark still shows the timeline. */
export function readTimeline(query: URLSearchParams): TimelineQuery {
  const from = query.get("from");
  const group = query.get("group");
  return {
    from: from === "all" || (isQuarter(from) && inThisAge(from)) ? (from as Quarter | "all") : null,
    group: isOneOf(GROUPINGS, group) ? group : "lead",
    page: pageFrom(query),
    plan: query.get("plan"),
  };
}

const inThisAge = (quarter: Quarter) => quarter >= "1950-Q1" && quarter <= "2150-Q4";

/** The timeline's address, for its links and forms: what belongs to one answer alone is left out. */
export function timelineSearch(query: URLSearchParams): string {
  const next = new URLSearchParams(boardSearch(query));
  next.delete("plan");
  next.delete("replanned");
  return `?${next}`;
}

/** Back to the timeline as it was, at the row that changed, with the event by which the change can be taken back. */
export function afterReplan(answer: ReplanAnswer, back: string): string {
  const [path = "/", search = ""] = back.replace(/#.*$/, "").split("?");
  const query = new URLSearchParams(timelineSearch(new URLSearchParams(search)));
  if (answer.outcome === "replanned" && !answer.undone) query.set("replanned", String(answer.event));
  return `${path}${query.size > 0 ? `?${query}` : ""}#${answer.ref}`;
}

/** The address with one parameter set, or taken away: another window or grouping begins at its first page. */
export function timelineWith(query: URLSearchParams, name: "from" | "group" | "plan", value: string | null): string {
  const next = new URLSearchParams(timelineSearch(query));
  if (name !== "plan") next.delete("page");
  return withParameter(next, name, value);
}
