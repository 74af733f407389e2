import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { arrange, type Direction, placeOf, samePlace, step } from "~/features/plan/boards/arrange.ts";
import type { ColumnData } from "~/features/plan/boards/queries.server.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { Moves } from "./use-moves.ts";

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** What a key finds: the board, the card that is carried, and where each step is announced. */
export interface CarryContext {
  columns: ColumnData[];
  moves: Pick<Moves, "carried" | "setCarried" | "propose">;
  i18n: I18n;
  say: (text: string) => void;
  keepFocusOn: (ref: string) => void;
}

/** Carries out a key that is pressed on the grip of a card. */
export function carryByKey(key: string, ref: string, { columns, moves, i18n, say, keepFocusOn }: CarryContext): void {
  const { carried, setCarried, propose } = moves;
  const where = (all: ColumnData[]) => {
    const column = all.find(({ cards }) => cards.some((card) => card.ref === ref));
    if (!column) return "";
    const stage = labelsOf(i18n).stage(column.stage);
    const position = column.cards.findIndex((card) => card.ref === ref) + 1;
    const total = column.count;
    return i18n._(msg`${stage}, place ${position} of ${total}`);
  };
  if (!carried) {
    const place = placeOf(columns, ref);
    if (key !== " " || !place) return;
    setCarried({ ref, place });
    keepFocusOn(ref);
    const at = where(columns);
    say(i18n._(msg`${ref} picked up. ${at}. Arrow keys move it, Space puts it down, Escape takes it back.`));
    return;
  }
  const shown = arrange(columns, new Map([[carried.ref, carried.place]]));
  const direction = DIRECTIONS[key];
  if (direction) {
    const place = step(shown, ref, direction);
    if (place) setCarried({ ref, place });
    say(place ? where(arrange(columns, new Map([[ref, place]]))) : i18n._(msg`${ref} cannot go further that way.`));
  } else if (key === " " || key === "Enter") {
    setCarried(null);
    const at = where(shown);
    if (!samePlace(placeOf(columns, ref), carried.place)) propose(ref, carried.place);
    say(i18n._(msg`${ref} put down. ${at}.`));
  } else if (key === "Escape" || key === "Tab") {
    setCarried(null);
    say(i18n._(msg`${ref} is back where it was.`));
  }
}
