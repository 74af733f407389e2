import { generateKeyBetween } from "fractional-indexing";

/**
 * A rank orders the actions of one stage of one board. It is a fractional index: between any two there is always
 * room for a third, so that placing one card never rewrites another.
 *
 * @param above the rank of the card above, null at the top
 * @param below the rank of the card below, null at the end
 */
export function rankBetween(above: string | null, below: string | null): string {
  return generateKeyBetween(above, below);
}
