/**
 * What can be found, in the order in which the filter offers it. A result is an action's outcome or what it is measured by,
 * an answer the reason that was given to a suggestion.
 */
export const SEARCH_KINDS = [
  ...(["action", "result", "suggestion", "answer", "decision"] as const),
  ...(["comment", "document", "network", "entry"] as const),
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
