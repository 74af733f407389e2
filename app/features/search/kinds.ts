/** What can be found, in the order in which the filter offers it. A result is an action's outcome or what it is measured by. */
export const SEARCH_KINDS = ["action", "result", "suggestion", "comment", "network", "entry"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
