import { useFormat } from "~/ui/format.ts";

/** A quarter's name below an axis, in two lines: eight of them stand side by side on a phone. */
export function QuarterLabel({ quarter, x, y }: { quarter: string; x: number | string; y: number }) {
  const [name, year] = useFormat().quarter(quarter).split(" ");
  return (
    <text className="quarter" y={y}>
      <tspan x={x}>{name}</tspan>
      <tspan x={x} dy="1.2em">
        {year}
      </tspan>
    </text>
  );
}
