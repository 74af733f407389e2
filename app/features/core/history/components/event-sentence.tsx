import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { HistoryLine } from "~/features/core/history/lines.server.ts";
import { useLabels } from "~/ui/labels.ts";
import type { EventKind } from "~db/stored/events.ts";

/** What the sentences name; what an event does not have is empty. */
interface Named {
  line: HistoryLine;
  labels: ReturnType<typeof useLabels>;
  from: string;
  to: string;
  person: string;
  network: string;
  about: string;
}

type Sentence = (named: Named) => ReactNode;

/** A sentence for each kind of event about some subjects: the compiler asks for each, and refuses one that is none. */
type Sentences<Subject extends string> = Record<Extract<EventKind, `${Subject}.${string}`>, Sentence>;

const SUGGESTIONS: Sentences<"suggestion" | "response-deadlines"> = {
  "suggestion.submitted": ({ network }) => <Trans>suggestion submitted, for {network}</Trans>,
  "suggestion.edited": () => <Trans>suggestion reworded</Trans>,
  "suggestion.supported": ({ network }) =>
    network ? <Trans>supported, for {network}</Trans> : <Trans>supported</Trans>,
  "suggestion.unsupported": ({ network }) =>
    network ? <Trans>support taken back, for {network}</Trans> : <Trans>support taken back</Trans>,
  "suggestion.comment-edited": ({ line }) =>
    line.withdrawn ? <Trans>comment edited, and withdrawn later</Trans> : <Trans>comment edited</Trans>,
  "suggestion.comment-withdrawn": () => <Trans>comment withdrawn</Trans>,
  "suggestion.commented": ({ line }) => {
    if (line.withdrawn) return <Trans>commented, and withdrew the comment later</Trans>;
    return <Trans>commented</Trans>;
  },
  "suggestion.taken-up": () => <Trans>taken up</Trans>,
  "suggestion.put-off": () => <Trans>put off</Trans>,
  "suggestion.asked": ({ line }) => {
    if (line.withdrawn) return <Trans>asked the author, and withdrew the question later</Trans>;
    return <Trans>asked the author</Trans>;
  },
  "suggestion.merged": () => <Trans>merged into another suggestion</Trans>,
  "suggestion.unmerged": () => <Trans>merge taken back</Trans>,
  "suggestion.answered": ({ line, labels }) => line.decision && labels.decision(line.decision),
  "suggestion.withdrawn": () => <Trans>withdrawn</Trans>,
  "response-deadlines.edited": () => <Trans>answer promise changed, in days</Trans>,
};

const PLAN: Sentences<
  "action" | "template" | "link" | "key-result" | "check-in" | "dependency" | "milestone" | "document"
> = {
  "action.created": ({ to }) => <Trans>entered in {to}</Trans>,
  "action.edited": () => <Trans>reworded or filed anew</Trans>,
  "action.moved": ({ line, from, to }) => {
    if (line.undoes)
      return (
        <Trans>
          move taken back: {from} → {to}
        </Trans>
      );
    return from === to ? <Trans>placed elsewhere in {to}</Trans> : `${from} → ${to}`;
  },
  "action.duplicated": ({ line }) => (
    <Trans>
      made from <OtherAction line={line} />
    </Trans>
  ),
  "action.made-from-template": ({ about }) => <Trans>made from the template “{about}”</Trans>,
  "action.recurred": ({ line }) => (
    <Trans>
      made because it recurs; follows <OtherAction line={line} />
    </Trans>
  ),
  "action.recurrence-edited": () => <Trans>how it recurs changed</Trans>,
  "template.created": ({ about }) => <Trans>template “{about}” entered</Trans>,
  "template.edited": ({ about }) => <Trans>template “{about}” changed</Trans>,
  "template.retired": ({ about }) => <Trans>template “{about}” no longer offered</Trans>,
  "template.restored": ({ about }) => <Trans>template “{about}” offered again</Trans>,
  "action.comment-edited": ({ line }) =>
    line.withdrawn ? <Trans>comment edited, and withdrawn later</Trans> : <Trans>comment edited</Trans>,
  "action.comment-withdrawn": () => <Trans>comment withdrawn</Trans>,
  "action.commented": ({ line }) => {
    if (line.withdrawn) return <Trans>commented, and withdrew the comment later</Trans>;
    return <Trans>commented</Trans>;
  },
  "link.created": ({ network }) => <Trans>strengthens {network}: entered</Trans>,
  "link.edited": ({ network }) => <Trans>strengthens {network}: changed</Trans>,
  "link.removed": ({ network }) => <Trans>strengthens {network}: removed</Trans>,
  "link.answered": ({ network }) => <Trans>{network} answered</Trans>,
  "key-result.created": () => <Trans>key result entered</Trans>,
  "key-result.edited": () => <Trans>key result changed</Trans>,
  "key-result.retired": () => <Trans>key result no longer followed</Trans>,
  "check-in.given": () => <Trans>checked in</Trans>,
  "dependency.created": () => <Trans>waits for another action</Trans>,
  "dependency.removed": () => <Trans>waits for another action no longer</Trans>,
  "dependency.freed": ({ line }) =>
    line.undoes ? <Trans>what it waits for is not done after all</Trans> : <Trans>what it waited for is done</Trans>,
  "milestone.created": () => <Trans>milestone entered</Trans>,
  "milestone.edited": ({ about }) => <Trans>milestone “{about}” changed</Trans>,
  "milestone.removed": () => <Trans>milestone removed</Trans>,
  "document.added": () => <Trans>document added</Trans>,
  "document.removed": () => <Trans>document removed</Trans>,
};

const REVIEWS: Sentences<"review" | "report" | "figures"> = {
  "review.opened": () => <Trans>review opened</Trans>,
  "review.edited": () => <Trans>review prepared</Trans>,
  "review.turned": () => <Trans>went on in the agenda</Trans>,
  "review.attended": () => <Trans>seats present</Trans>,
  "review.assessed": () => <Trans>assessed by the committee</Trans>,
  "review.aligned": ({ network }) => <Trans>view of {network} written</Trans>,
  "review.comment-edited": ({ line }) =>
    line.withdrawn ? <Trans>comment edited, and withdrawn later</Trans> : <Trans>comment edited</Trans>,
  "review.comment-withdrawn": () => <Trans>comment withdrawn</Trans>,
  "review.commented": ({ line, network }) => {
    if (line.withdrawn) return <Trans>commented on the view of {network}, and withdrew the comment later</Trans>;
    return <Trans>commented on the view of {network}</Trans>;
  },
  "review.reported-back": ({ network }) => <Trans>reported back to {network}</Trans>,
  "review.signed-off": ({ line }) => (line.takenBack ? <Trans>sign-off taken back</Trans> : <Trans>signed off</Trans>),
  "review.sign-off-lapsed": ({ network }) => (
    <Trans>the sign-off of {network} lapsed: its seat in the committee changed</Trans>
  ),
  "review.closed": () => <Trans>review closed</Trans>,
  "review.added-to": () => <Trans>correction added to the closed review</Trans>,
  "figures.edited": () => <Trans>published figures changed</Trans>,
  "report.edited": () => <Trans>report of the year edited</Trans>,
};

const DECISIONS: Sentences<"decision" | "decision-rule" | "committee-term"> = {
  "decision.proposed": () => <Trans>decision proposed</Trans>,
  "decision.edited": () => <Trans>decision reworded</Trans>,
  "decision.position-recorded": () => <Trans>what a seat says to the decision</Trans>,
  "decision.lapsed": ({ network }) => (
    <Trans>the position of {network} lapsed: its seat in the committee changed</Trans>
  ),
  "decision.adopted": () => <Trans>decision adopted</Trans>,
  "decision.rejected": () => <Trans>decision not adopted</Trans>,
  "decision.withdrawn": () => <Trans>decision withdrawn</Trans>,
  "decision.done": ({ line }) =>
    line.takenBack ? <Trans>decision not carried out after all</Trans> : <Trans>decision carried out</Trans>,
  "decision.due": () => <Trans>reminded that the decision falls due</Trans>,
  "decision.looked-at": ({ line }) => {
    if (line.outcome === "ended") return <Trans>looked at again: the decision ends</Trans>;
    return line.outcome === "changed" ? (
      <Trans>looked at again: changed by another decision</Trans>
    ) : (
      <Trans>looked at again: the decision is kept</Trans>
    );
  },
  "decision.carried-over": () => <Trans>carried over to the next review</Trans>,
  "committee-term.edited": () => <Trans>the committee’s term changed</Trans>,
  "decision-rule.edited": () => <Trans>how the committee decides changed</Trans>,
};

const TOOLS: Sentences<"entry" | "entry-part" | "rate"> = {
  "entry.created": () => <Trans>entered</Trans>,
  "entry.edited": () => <Trans>changed</Trans>,
  "entry.removed": () => <Trans>removed from its list</Trans>,
  "entry.restored": () => <Trans>brought back to its list</Trans>,
  "entry-part.added": ({ about }) => <Trans>added under “{about}”</Trans>,
  "entry-part.edited": ({ about }) => <Trans>changed under “{about}”</Trans>,
  "entry-part.removed": ({ about }) => <Trans>removed under “{about}”</Trans>,
  "rate.entered": () => <Trans>exchange rate entered</Trans>,
};

const PEOPLE: Sentences<"network" | "seat" | "person"> = {
  "network.created": ({ network }) => <Trans>network entered: {network}</Trans>,
  "network.edited": ({ network }) => <Trans>network changed: {network}</Trans>,
  "network.closed": ({ network }) => <Trans>network closed: {network}</Trans>,
  "network.reopened": ({ network }) => <Trans>network reopened: {network}</Trans>,
  "network.removed": ({ network }) => <Trans>network removed: {network}</Trans>,
  "seat.created": ({ network }) => <Trans>seat in the committee entered, for {network}</Trans>,
  "seat.edited": ({ network }) => <Trans>seat in the committee changed, for {network}</Trans>,
  "seat.removed": ({ network }) => <Trans>seat in the committee removed, for {network}</Trans>,
  "person.invited": ({ network }) => <Trans>somebody invited, for {network}</Trans>,
  "person.invited-again": ({ network }) => <Trans>invitation sent again, for {network}</Trans>,
  "person.uninvited": ({ network }) => <Trans>invitation withdrawn, for {network}</Trans>,
  "person.joined": ({ person, network }) => (
    <Trans>
      {person} joined, for {network}
    </Trans>
  ),
  "person.edited": ({ person }) => <Trans>{person}: role, network or boards changed</Trans>,
  "person.suspended": ({ person }) => <Trans>{person} suspended</Trans>,
  "person.restored": ({ person }) => <Trans>{person} restored</Trans>,
};

const SENTENCES: Record<EventKind, Sentence> = {
  ...SUGGESTIONS,
  ...PLAN,
  ...REVIEWS,
  ...DECISIONS,
  ...TOOLS,
  ...PEOPLE,
};

/** What happened, in a few words, by the kind of the event. */
export function EventSentence({ line }: { line: HistoryLine }): ReactNode {
  const labels = useLabels();
  const { id, unreadable, kind, from, to, person, network, about } = line;
  if (unreadable) return <Trans>This entry cannot be read (no. {id}).</Trans>;
  return SENTENCES[kind]({
    line,
    labels,
    from: from ? labels.stage(from) : "",
    to: to ? labels.stage(to) : "",
    person: person ?? "",
    network: network ?? "",
    about: about ?? "",
  });
}

/** The other action that an event names. */
function OtherAction({ line: { other } }: { line: HistoryLine }) {
  return <Link to={`/actions/${other}`}>{other}</Link>;
}
