/*
 * The little arithmetic of the reviews' charts. It is plain, so that the same components draw a page and the pack, and the
 * browser is sent no library for it; what needs one (a time axis) stays on the server, as for key results.
 */

/** The first round number at or above a value, and the steps up to it, 0 included. 1, 2, 5, 10, 20, 50 … a step. */
export function axisTo(most: number): { top: number; steps: number[] } {
  const wanted = Math.max(1, most) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= wanted - 1e-9) ?? wanted);
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return { top: count * step, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/**
 * Moves labels apart that would run into each other, each as little as the order allows.
 *
 * @param wanted where each would stand, from the smallest to the largest
 * @param apart the least distance between two
 * @param most where the last may stand
 */
export function spread(wanted: readonly number[], apart: number, most: number): number[] {
  const placed = [...wanted];
  for (let index = 1; index < placed.length; index++)
    placed[index] = Math.max(placed[index] as number, (placed[index - 1] as number) + apart);
  let limit = most;
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(placed[index] as number, limit);
    limit = (placed[index] as number) - apart;
  }
  return placed.map(round);
}

/** To a tenth of a unit of the drawing: more digits are bytes that nobody sees. */
export const round = (value: number) => Math.round(value * 10) / 10;

/** A share of a whole, as SVG writes it. */
export const share = (value: number, whole: number) => `${whole === 0 ? 0 : round((value / whole) * 100)}%`;
