/** The sum of a figure over many things. */
export function sum<T>(things: readonly T[], figure: (thing: T) => number): number {
  return things.reduce((total, thing) => total + figure(thing), 0);
}
