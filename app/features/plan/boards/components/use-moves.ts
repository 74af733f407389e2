import { useCallback, useMemo, useState } from "react";
import type { Stage } from "~/domain.ts";
import type { MoveAnswer } from "~/features/plan/actions/move-form.server.ts";
import { outcomeRequiredBy } from "~/features/plan/actions/stage.ts";
import { arrange, type Place, placeOf, samePlace } from "~/features/plan/boards/arrange.ts";
import type { ColumnData } from "~/features/plan/boards/queries.server.ts";
import type { HiddenName } from "~/ui/hidden-fields.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { useSentChanges } from "~/ui/use-sent-changes.ts";

export type MoveFields = { [Name in HiddenName]?: string };

/** What comes of a move that was sent: the server's answer, or a line that dropped on the way, or already before its form. */
export type MoveResult =
  | MoveAnswer
  | { outcome: "line-lost"; ref: string; fields: MoveFields }
  | { outcome: "form-lost"; ref: string; open: OpenMove };

/** A move that is sent. It is drawn if it has a place. */
interface Move {
  ref: string;
  place: Place | null;
}

/** What the board's route says came of a move. */
export const moveOf = ({ move }: { move: MoveResult | null }) => move;

/** A move whose form is open on its card: asked for by the grip, or by a stage that needs a result or a reason. */
export interface OpenMove {
  ref: string;
  /** Where the card was dropped; it stays there while the form is open. */
  place?: Place;
  submitted?: { stage?: string; after?: string; outcome?: string; textLanguage?: string };
  problems?: Record<string, ProblemCode>;
}

/** The card of a refused move stays where it was put while its form is open. */
function reopened({ place }: Move, answer: MoveResult): OpenMove | null {
  if (answer.outcome !== "invalid") return null;
  const { ref, problems, submitted } = answer;
  return { ref, problems, submitted, ...(place && { place }) };
}

/**
 * The moves of one board page: optimistic places, held until the loader's data agree with them or the move fails; the
 * form that is open; and what came of the last move. Cards that are not part of a move are never touched.
 */
export function useMoves(columns: ColumnData[], opened: OpenMove | null, news: MoveResult | null) {
  const { send: sendChange, ...changes } = useSentChanges({ opened, news, reopened });
  const { sent, open, setOpen, setResult } = changes;
  const [carried, setCarried] = useState<{ ref: string; place: Place } | null>(null);

  const shown = useMemo(() => {
    const places = new Map<string, Place>();
    for (const { ref, place } of sent) if (place) places.set(ref, place);
    if (open?.place) places.set(open.ref, open.place);
    if (carried) places.set(carried.ref, carried.place);
    return places.size > 0 ? arrange(columns, places) : columns;
  }, [columns, sent, open, carried]);

  const send = useCallback(
    (ref: string, place: Place | null, fields: MoveFields) => sendChange({ ref, place }, { ...fields, ref }),
    [sendChange],
  );

  /** Puts a card somewhere: sends the move, or first asks for what the stage needs. */
  const propose = useCallback(
    (ref: string, place: Place) => {
      const from = placeOf(columns, ref);
      const version = columns.flatMap(({ cards }) => cards).find((card) => card.ref === ref)?.version;
      if (!from || version === undefined || samePlace(from, place)) return;
      const fields = { stage: place.stage, after: place.after ?? "top" };
      if (from.stage !== place.stage && outcomeRequiredBy(place.stage)) setOpen({ ref, place, submitted: fields });
      else send(ref, place, { intent: "move", version: String(version), ...fields });
    },
    [columns, send, setOpen],
  );

  /** Sends what the form says. */
  const sendForm = useCallback(
    (ref: string, fields: MoveFields) => send(ref, placeNamed(columns, fields), fields),
    [columns, send],
  );

  const undo = useCallback(
    (event: number, ref: string) => send(ref, null, { intent: "undo", event: String(event) }),
    [send],
  );

  const formLost = useCallback(() => {
    if (open) setResult({ outcome: "form-lost", ref: open.ref, open });
    setOpen(null);
  }, [open, setOpen, setResult]);

  return { ...changes, formLost, shown, carried, propose, sendForm, undo, setCarried };
}

export type Moves = ReturnType<typeof useMoves>;

/** The place that a form's fields name: a neighbour, the top, or the end of what is shown. */
function placeNamed(columns: ColumnData[], { stage, after, ref }: MoveFields): Place {
  const cards = columns.find((column) => column.stage === stage)?.cards.filter((card) => card.ref !== ref) ?? [];
  const last = cards.at(-1)?.ref ?? null;
  return { stage: stage as Stage, after: after === "top" ? null : after === "end" || !after ? last : after };
}
