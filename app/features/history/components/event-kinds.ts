import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { EventKind } from "~/features/history/events.ts";

const KIND: Record<EventKind, MessageDescriptor> = {
  "action.created": msg`Actions entered`,
  "action.edited": msg`Actions reworded`,
  "action.moved": msg`Moves`,
  "action.commented": msg`Comments on actions`,
  "link.created": msg`Links to networks entered`,
  "link.edited": msg`Links to networks changed`,
  "link.removed": msg`Links to networks removed`,
  "link.answered": msg`Networks’ answers`,
  "key-result.created": msg`Key results entered`,
  "key-result.edited": msg`Key results changed`,
  "key-result.retired": msg`Key results no longer followed`,
  "check-in.given": msg`Check-ins`,
  "dependency.created": msg`Dependencies entered`,
  "dependency.removed": msg`Dependencies removed`,
  "dependency.freed": msg`Dependencies fulfilled`,
  "milestone.created": msg`Milestones entered`,
  "milestone.edited": msg`Milestones changed`,
  "milestone.removed": msg`Milestones removed`,
  "document.added": msg`Documents added`,
  "document.removed": msg`Documents removed`,
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
