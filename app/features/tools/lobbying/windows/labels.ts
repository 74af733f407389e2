import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { windows } from "./windows.ts";

export const windowsLabels: LabelsOf<typeof windows> = {
  purpose: msg`Meetings of others at which they decide, and what has to be done before each.`,
  add: msg`Enter a meeting`,
  none: msg`No meeting lies ahead. Enter the next one at which something is decided.`,
  title: msg`Which meeting`,
  network: msg`Which network goes there`,
  actions: msg`Actions that aim at it`,
  fields: {
    first: { label: msg`First day` },
    last: { label: msg`Last day`, hint: msg`Empty for one day.` },
    place: { label: msg({ message: "Place", context: "meeting" }) },
    link: { label: msg({ message: "Link", context: "meeting" }) },
    what: { label: msg`What is decided there` },
  },
  parts: {
    milestones: {
      heading: msg`What is to be done before`,
      add: msg`Enter a step`,
      none: msg`Nothing is planned before it yet.`,
      fields: {
        weeks: { label: msg`Weeks before the first day` },
        what: { label: msg({ message: "What", context: "to be done" }) },
        state: {
          label: msg({ message: "State", context: "milestone of a meeting" }),
          options: {
            "to-do": msg`To do`,
            done: msg({ message: "Done", context: "milestone of a meeting" }),
          },
        },
      },
    },
  },
};
