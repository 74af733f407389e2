import type { ControlAttributes } from "./field.tsx";

/** A value and what a person reads for it. */
export type Option = readonly [value: string, text: string];

interface SelectProps extends Partial<ControlAttributes> {
  value: string;
  options: readonly Option[];
  onChange?: (value: string) => void;
}

/** A choice from a list, with the browser's own control: quick by keyboard, familiar on a phone. */
export function Select({ value, options, onChange, ...control }: SelectProps) {
  return (
    <select
      {...control}
      className="select"
      defaultValue={value}
      onChange={onChange && ((event) => onChange(event.currentTarget.value))}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** A node of a tree, as a list of choices shows it: by its depth set in from the margin. */
export function indented(depth: number, name: string): string {
  return `${"\u2003".repeat(depth)}${name}`;
}
