import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { HistoryLine } from "~/features/core/history/lines.server.ts";
import { useLabels } from "~/ui/labels.ts";

/** What happened, in a few words, by the kind of the event: a new kind is asked for here by the compiler. */
export function EventSentence({ line }: { line: HistoryLine }): ReactNode {
  const labels = useLabels();
  const from = line.from && labels.stage(line.from);
  const to = line.to && labels.stage(line.to);
  const person = line.person ?? "";
  const network = line.network ?? "";
  const about = line.about ?? "";
  const { id } = line;
  if (line.unreadable) return <Trans>This entry cannot be read (no. {id}).</Trans>;
  switch (line.kind) {
    case "suggestion.submitted":
      return <Trans>suggestion submitted, for {network}</Trans>;
    case "suggestion.edited":
      return <Trans>suggestion reworded</Trans>;
    case "suggestion.supported":
      return network ? <Trans>supported, for {network}</Trans> : <Trans>supported</Trans>;
    case "suggestion.unsupported":
      return network ? <Trans>support taken back, for {network}</Trans> : <Trans>support taken back</Trans>;
    case "suggestion.comment-edited":
      return line.withdrawn ? <Trans>comment edited, and withdrawn later</Trans> : <Trans>comment edited</Trans>;
    case "suggestion.comment-withdrawn":
      return <Trans>comment withdrawn</Trans>;
    case "suggestion.commented":
      if (line.withdrawn) return <Trans>commented, and withdrew the comment later</Trans>;
      return <Trans>commented</Trans>;
    case "suggestion.taken-up":
      return <Trans>taken up</Trans>;
    case "suggestion.put-off":
      return <Trans>put off</Trans>;
    case "suggestion.asked":
      if (line.withdrawn) return <Trans>asked the author, and withdrew the question later</Trans>;
      return <Trans>asked the author</Trans>;
    case "suggestion.merged":
      return <Trans>merged into another suggestion</Trans>;
    case "suggestion.unmerged":
      return <Trans>merge taken back</Trans>;
    case "suggestion.answered":
      return line.decision && labels.decision(line.decision);
    case "suggestion.withdrawn":
      return <Trans>withdrawn</Trans>;
    case "response-deadlines.edited":
      return <Trans>answer promise changed, in days</Trans>;
    case "action.created":
      return <Trans>entered in {to}</Trans>;
    case "action.edited":
      return <Trans>reworded or filed anew</Trans>;
    case "action.moved":
      if (line.undoes)
        return (
          <Trans>
            move taken back: {from} → {to}
          </Trans>
        );
      return from === to ? <Trans>placed elsewhere in {to}</Trans> : `${from} → ${to}`;
    case "action.duplicated":
      return (
        <Trans>
          made from <OtherAction line={line} />
        </Trans>
      );
    case "action.comment-edited":
      return line.withdrawn ? <Trans>comment edited, and withdrawn later</Trans> : <Trans>comment edited</Trans>;
    case "action.comment-withdrawn":
      return <Trans>comment withdrawn</Trans>;
    case "action.commented":
      if (line.withdrawn) return <Trans>commented, and withdrew the comment later</Trans>;
      return <Trans>commented</Trans>;
    case "link.created":
      return <Trans>strengthens {network}: entered</Trans>;
    case "link.edited":
      return <Trans>strengthens {network}: changed</Trans>;
    case "link.removed":
      return <Trans>strengthens {network}: removed</Trans>;
    case "link.answered":
      return <Trans>{network} answered</Trans>;
    case "key-result.created":
      return <Trans>key result entered</Trans>;
    case "key-result.edited":
      return <Trans>key result changed</Trans>;
    case "key-result.retired":
      return <Trans>key result no longer followed</Trans>;
    case "check-in.given":
      return <Trans>checked in</Trans>;
    case "dependency.created":
      return <Trans>waits for another action</Trans>;
    case "dependency.removed":
      return <Trans>waits for another action no longer</Trans>;
    case "dependency.freed":
      return line.undoes ? (
        <Trans>what it waits for is not done after all</Trans>
      ) : (
        <Trans>what it waited for is done</Trans>
      );
    case "milestone.created":
      return <Trans>milestone entered</Trans>;
    case "milestone.edited":
      return <Trans>milestone “{about}” changed</Trans>;
    case "milestone.removed":
      return <Trans>milestone removed</Trans>;
    case "document.added":
      return <Trans>document added</Trans>;
    case "document.removed":
      return <Trans>document removed</Trans>;
    case "review.opened":
      return <Trans>review opened</Trans>;
    case "review.edited":
      return <Trans>review prepared</Trans>;
    case "review.turned":
      return <Trans>went on in the agenda</Trans>;
    case "review.attended":
      return <Trans>seats present</Trans>;
    case "review.assessed":
      return <Trans>assessed by the committee</Trans>;
    case "review.aligned":
      return <Trans>view of {network} written</Trans>;
    case "review.comment-edited":
      return line.withdrawn ? <Trans>comment edited, and withdrawn later</Trans> : <Trans>comment edited</Trans>;
    case "review.comment-withdrawn":
      return <Trans>comment withdrawn</Trans>;
    case "review.commented":
      if (line.withdrawn) return <Trans>commented on the view of {network}, and withdrew the comment later</Trans>;
      return <Trans>commented on the view of {network}</Trans>;
    case "review.reported-back":
      return <Trans>reported back to {network}</Trans>;
    case "review.signed-off":
      return line.takenBack ? <Trans>sign-off taken back</Trans> : <Trans>signed off</Trans>;
    case "review.sign-off-lapsed":
      return <Trans>the sign-off of {network} lapsed: its seat in the committee changed</Trans>;
    case "review.closed":
      return <Trans>review closed</Trans>;
    case "review.added-to":
      return <Trans>correction added to the closed review</Trans>;
    case "decision.proposed":
      return <Trans>decision proposed</Trans>;
    case "decision.edited":
      return <Trans>decision reworded</Trans>;
    case "decision.position-recorded":
      return <Trans>what a seat says to the decision</Trans>;
    case "decision.lapsed":
      return <Trans>the position of {network} lapsed: its seat in the committee changed</Trans>;
    case "decision.adopted":
      return <Trans>decision adopted</Trans>;
    case "decision.rejected":
      return <Trans>decision not adopted</Trans>;
    case "decision.withdrawn":
      return <Trans>decision withdrawn</Trans>;
    case "decision.done":
      return line.takenBack ? <Trans>decision not carried out after all</Trans> : <Trans>decision carried out</Trans>;
    case "decision.due":
      return <Trans>reminded that the decision falls due</Trans>;
    case "decision.looked-at":
      if (line.outcome === "ended") return <Trans>looked at again: the decision ends</Trans>;
      return line.outcome === "changed" ? (
        <Trans>looked at again: changed by another decision</Trans>
      ) : (
        <Trans>looked at again: the decision is kept</Trans>
      );
    case "decision.carried-over":
      return <Trans>carried over to the next review</Trans>;
    case "figures.edited":
      return <Trans>published figures changed</Trans>;
    case "committee-term.edited":
      return <Trans>the committee’s term changed</Trans>;
    case "decision-rule.edited":
      return <Trans>how the committee decides changed</Trans>;
    case "report.edited":
      return <Trans>report of the year edited</Trans>;
    case "entry.created":
      return <Trans>entered</Trans>;
    case "entry.edited":
      return <Trans>changed</Trans>;
    case "entry.removed":
      return <Trans>removed from its list</Trans>;
    case "entry.restored":
      return <Trans>brought back to its list</Trans>;
    case "entry-part.added":
      return <Trans>added under “{about}”</Trans>;
    case "entry-part.edited":
      return <Trans>changed under “{about}”</Trans>;
    case "entry-part.removed":
      return <Trans>removed under “{about}”</Trans>;
    case "rate.entered":
      return <Trans>exchange rate entered</Trans>;
    case "network.created":
      return <Trans>network entered: {network}</Trans>;
    case "network.edited":
      return <Trans>network changed: {network}</Trans>;
    case "network.closed":
      return <Trans>network closed: {network}</Trans>;
    case "network.reopened":
      return <Trans>network reopened: {network}</Trans>;
    case "network.removed":
      return <Trans>network removed: {network}</Trans>;
    case "seat.created":
      return <Trans>seat in the committee entered, for {network}</Trans>;
    case "seat.edited":
      return <Trans>seat in the committee changed, for {network}</Trans>;
    case "seat.removed":
      return <Trans>seat in the committee removed, for {network}</Trans>;
    case "person.invited":
      return <Trans>somebody invited, for {network}</Trans>;
    case "person.invited-again":
      return <Trans>invitation sent again, for {network}</Trans>;
    case "person.uninvited":
      return <Trans>invitation withdrawn, for {network}</Trans>;
    case "person.joined":
      return (
        <Trans>
          {person} joined, for {network}
        </Trans>
      );
    case "person.edited":
      return <Trans>{person}: role, network or boards changed</Trans>;
    case "person.suspended":
      return <Trans>{person} suspended</Trans>;
    case "person.restored":
      return <Trans>{person} restored</Trans>;
  }
}

/** The other action that an event names. */
function OtherAction({ line: { other } }: { line: HistoryLine }) {
  return <Link to={`/actions/${other}`}>{other}</Link>;
}
