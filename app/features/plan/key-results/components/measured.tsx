import { useFormat } from "~/ui/format.ts";

/** A value with its unit, as the reader's language writes numbers: "12.5 %", "12 networks". */
export function Measured({ value, unit }: { value: number; unit: string }) {
  const format = useFormat();
  return (
    <>
      {format.number(value)} {unit}
    </>
  );
}
