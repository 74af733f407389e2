import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { SearchKind } from "../kinds.ts";

/** What a thing that was found is. */
export const KIND: Record<SearchKind, MessageDescriptor> = {
  action: msg`Action`,
  result: msg`Result`,
  suggestion: msg`Suggestion`,
  answer: msg({ message: "Answer", context: "what was found" }),
  decision: msg({ message: "Decision", context: "what was found" }),
  comment: msg({ message: "Comment", context: "what was found" }),
  document: msg`Document`,
  network: msg`Network`,
  entry: msg`Entry`,
};

/** As the filter offers them. */
export const KINDS: Record<SearchKind, MessageDescriptor> = {
  action: msg`Actions`,
  result: msg`Results`,
  suggestion: msg`Suggestions`,
  answer: msg({ message: "Answers", context: "what was found" }),
  decision: msg`Decisions`,
  comment: msg`Comments`,
  document: msg`Documents`,
  network: msg`Networks`,
  entry: msg`Boards’ tools`,
};
