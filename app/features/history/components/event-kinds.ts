import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { EventKind } from "~/features/history/events.ts";

const KIND: Record<EventKind, MessageDescriptor> = {
  "action.created": msg`Actions entered`,
  "action.edited": msg`Actions reworded`,
  "action.moved": msg`Moves`,
  "suggestion.submitted": msg`Suggestions submitted`,
  "suggestion.edited": msg`Suggestions reworded`,
  "suggestion.supported": msg`Support given`,
  "suggestion.unsupported": msg`Support taken back`,
  "suggestion.commented": msg`Comments`,
  "suggestion.taken-up": msg`Suggestions taken up`,
  "suggestion.put-off": msg`Suggestions put off`,
  "suggestion.asked": msg`Questions to authors`,
  "suggestion.merged": msg`Suggestions merged`,
  "suggestion.unmerged": msg`Merges taken back`,
  "suggestion.answered": msg`Answers`,
  "suggestion.withdrawn": msg`Suggestions withdrawn`,
  "promise.edited": msg`Answer promises changed`,
  "network.created": msg`Networks entered`,
  "network.edited": msg`Networks changed`,
  "seat.created": msg`Seats entered`,
  "seat.edited": msg`Seats changed`,
  "seat.removed": msg`Seats removed`,
  "person.invited": msg`Invitations`,
  "person.joined": msg`People who joined`,
  "person.edited": msg`People’s roles changed`,
  "person.suspended": msg`People suspended`,
  "person.restored": msg`People restored`,
};

/** What a filter calls each kind of event. */
export function useEventKinds(): (kind: EventKind) => string {
  const { i18n } = useLingui();
  return (kind) => (KIND[kind] ? i18n._(KIND[kind]) : kind);
}
