/** The place in a list of so many that an arrow leads to: round its ends. */
export function stepIn(count: number, at: number, key: string): number {
  if (count === 0) return 0;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "PageDown":
      return count - 1;
    case "PageUp":
      return 0;
    default:
      return at;
  }
}
