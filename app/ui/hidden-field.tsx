import type { HiddenName } from "./hidden-fields.ts";

type Value = string | number | null | undefined;

interface HiddenFieldProps {
  name: HiddenName;
  value: Value;
  /** The form that it belongs to, where it stands outside of it. */
  form?: string;
}

/** A field that a form carries unseen. Its name is one of those in hidden-fields.ts, which say what it means. */
export function HiddenField({ name, value, form }: HiddenFieldProps) {
  return <input type="hidden" form={form} name={name} value={value ?? ""} />;
}

type Named<Fields> = { [Name in keyof Fields]: Name extends HiddenName ? Value : never };

/** The fields of a form that is sent as it stands, such as that of a button that takes a move back. */
export function HiddenFields<Fields extends Named<Fields>>({ fields }: { fields: Fields }) {
  return Object.entries(fields).map(([name, value]) => (
    <HiddenField key={name} name={name as HiddenName} value={value as Value} />
  ));
}

/** What a form that leads to another address (GET) takes along of the present one, under whatever name. */
export function QueryFields({ query }: { query: Iterable<readonly [name: string, value: string]> }) {
  return Array.from(query, ([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
