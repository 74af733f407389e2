import { msg } from "@lingui/core/macro";
import type { contacts } from "./contacts.ts";
import type { PartLabels } from "./labels.ts";

export const contactsLabels: PartLabels<(typeof contacts)["fields"]> = {
  heading: msg`Contacts made`,
  add: msg`Enter a contact`,
  none: msg`No contact is entered yet.`,
  network: msg`By which network`,
  fields: {
    day: { label: msg({ message: "Day", context: "field" }) },
    who: { label: msg`With whom` },
    about: { label: msg`What about` },
    follows: { label: msg`What follows` },
  },
};
