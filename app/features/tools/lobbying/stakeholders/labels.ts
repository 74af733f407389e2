import { msg } from "@lingui/core/macro";
import { contactsLabels } from "~/features/tools/engine/contacts-labels.ts";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { stakeholders } from "./stakeholders.ts";

export const stakeholdersLabels: LabelsOf<typeof stakeholders> = {
  purpose: msg`Who influences decisions on social protection, how much, and where they stand.`,
  add: msg`Enter a stakeholder`,
  none: msg`Nobody is on the map yet.`,
  title: msg({ message: "Name", context: "stakeholder" }),
  network: msg`Level or continent`,
  actions: msg`Actions that address them`,
  fields: {
    influence: {
      label: msg`Influence`,
      options: {
        low: msg`Little`,
        some: msg`Some`,
        high: msg({ message: "Much", context: "influence" }),
        decisive: msg`Decisive`,
      },
    },
    stance: {
      label: msg`Stance`,
      options: {
        against: msg`Against`,
        hesitant: msg`Hesitant`,
        open: msg({ message: "Open", context: "stance" }),
        supportive: msg`Supportive`,
        ally: msg`Ally`,
      },
    },
    what: { label: msg`What they decide, and what moves them` },
  },
  parts: { contacts: contactsLabels },
};
