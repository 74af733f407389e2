import { Field } from "~/ui/field.tsx";
import { indented, type Option, Select } from "~/ui/select.tsx";
import { type Filled, type NetworkChoice, submittedText } from "./fields-of.tsx";

interface NetworkFieldProps extends Pick<Filled, "submitted" | "problems"> {
  label: string | undefined;
  /** For which something may be entered. */
  own: NetworkChoice[];
  /** Chosen before anybody chooses. */
  only: NetworkChoice | undefined;
}

/** To which network something belongs, or in whose name it is entered: of those for which the viewer may. */
export function NetworkField({ label, own, only, submitted, problems }: NetworkFieldProps) {
  return (
    <Field name="network" label={label} problem={problems.network}>
      {(control) => (
        <Select
          {...control}
          value={submittedText(submitted, "network") || String(only?.id ?? "")}
          options={[["", "—"], ...own.map(({ id, name, depth }): Option => [String(id), indented(depth, name)])]}
        />
      )}
    </Field>
  );
}
