export interface ChipProps {
  name: string;
  label: string;
  value: string | null;
  /** What stands for no choice; the label where nothing is said. */
  none?: string;
  options: (readonly [value: string, text: string])[];
}

/** One choice of a filter form: small, and marked when it narrows what is shown. */
export function Chip({ name, label, value, none = label, options }: ChipProps) {
  return (
    <select
      className="chip"
      name={name}
      defaultValue={value ?? ""}
      aria-label={label}
      data-on={value !== null || undefined}
    >
      <option value="">{none}</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}
