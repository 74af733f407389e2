import type { MessageDescriptor } from "@lingui/core";
import type { Fields } from "./field.ts";
import type { Parts, Register } from "./register.ts";

/** How a field is read: its label, what is hinted beside its control, and the options of a choice. */
export interface FieldLabels {
  label: MessageDescriptor;
  hint?: MessageDescriptor;
  options?: Record<string, MessageDescriptor>;
}

export interface PartLabels<F extends Fields = Fields> {
  /** "Contacts made". */
  heading: MessageDescriptor;
  /** "Enter a contact". */
  add: MessageDescriptor;
  /** What stands there while there is none. */
  none: MessageDescriptor;
  /** What the network is called in whose name a part is entered. */
  network?: MessageDescriptor;
  fields: { [K in keyof F]: FieldLabels };
}

/** How a register is read, beside its name (app/ui/register-names.ts). */
export interface RegisterLabels<F extends Fields = Fields, P extends Parts = Parts> {
  /** What the list is for, below its name. */
  purpose: MessageDescriptor;
  /** "Enter a stakeholder". */
  add: MessageDescriptor;
  /** What stands in the empty list: what to do next. */
  none: MessageDescriptor;
  /** What its entries are called together until they pass, where they do not lie ahead but hold: "Running". */
  current?: MessageDescriptor;
  /** What an entry's title is called in its form. */
  title: MessageDescriptor;
  /** What the network is called to which an entry belongs: "Hosted by". */
  network: MessageDescriptor;
  /** The heading of the actions to which an entry is joined. */
  actions: MessageDescriptor;
  fields: { [K in keyof F]: FieldLabels };
  parts: { [K in keyof P]: PartLabels<P[K]["fields"]> };
}

/** The words of a register, of which the compiler asks for every field and part. */
export type LabelsOf<R> = R extends Register<infer F, infer P> ? RegisterLabels<F, P> : never;
