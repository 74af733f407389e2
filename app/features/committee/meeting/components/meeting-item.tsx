import type { MeetingResult } from "../form.server.ts";
import type { MeetingScreen, ShownItem } from "../screen.server.ts";
import { BoardActions } from "./board-actions.tsx";
import { DecisionsPart, LookAgain, SignedOff, Views } from "./item-parts.tsx";

interface MeetingItemProps {
  item: ShownItem;
  seats: MeetingScreen["seats"];
  today: string;
  quarter: string;
  maySit: boolean;
  answer: Extract<MeetingResult, { ok: false }> | null;
}

/** What the committee has before it in an item of its agenda. */
export function MeetingItem({ item, seats, today, quarter, maySit, answer }: MeetingItemProps) {
  const hasSeat = maySit && seats.some(({ mine }) => mine);
  switch (item.kind) {
    case "board":
      return (
        <>
          <BoardActions item={item} quarter={quarter} maySit={maySit} answer={answer} />
          <DecisionsPart
            decisions={item.decisions}
            today={today}
            quarter={quarter}
            maySit={maySit}
            hasSeat={hasSeat}
            heading
          />
        </>
      );
    case "decisions":
      return (
        <DecisionsPart
          decisions={item.decisions}
          today={today}
          quarter={quarter}
          maySit={maySit}
          hasSeat={hasSeat}
          heading={false}
        />
      );
    case "point":
      return (
        <DecisionsPart
          decisions={item.decisions}
          today={today}
          quarter={quarter}
          maySit={maySit}
          hasSeat={hasSeat}
          heading
        />
      );
    case "look-again":
      return <LookAgain item={item} today={today} quarter={quarter} maySit={maySit} />;
    case "alignment":
      return <Views item={item} quarter={quarter} />;
    case "sign-off":
      return <SignedOff item={item} seats={seats} quarter={quarter} />;
  }
}
