import { useFormat } from "~/ui/format.ts";
import { type Surface, Surfaces, useSurfaces } from "./patterns.tsx";
import { share } from "./scale.ts";

interface StackedBarProps {
  /** What it shows, in words. */
  label: string;
  parts: { surface: Surface; value: number }[];
  /** The length of the longest bar beside it. */
  most: number;
}

/** Narrower than this share of the longest bar, a part has no room for its figure: the table has it. */
const ROOM = 0.05;

/** A bar of parts, each with its figure. Lengths are shares, so that it is as wide as its place and its text never shrinks. */
export function StackedBar({ label, parts, most }: StackedBarProps) {
  const format = useFormat();
  const { id, fill } = useSurfaces();
  let from = 0;
  const placed = parts.flatMap((part) => {
    const begin = from;
    from += part.value;
    return part.value > 0 ? [{ ...part, begin }] : [];
  });
  return (
    <svg className="chart-bar" width="100%" height="24" role="img" aria-label={label}>
      <Surfaces id={id} />
      {placed.map(({ surface, value, begin }) => (
        <rect
          key={surface}
          className="part"
          x={share(begin, most)}
          y="2"
          width={share(value, most)}
          height="20"
          fill={fill(surface)}
        />
      ))}
      {placed.map(
        ({ surface, value, begin }) =>
          value / most >= ROOM && (
            <text key={surface} className="on-part" x={share(begin + value / 2, most)} y="17">
              {format.number(value)}
            </text>
          ),
      )}
    </svg>
  );
}
