import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { funding } from "./funding.ts";

export const fundingLabels: LabelsOf<typeof funding> = {
  purpose: msg`From whom money is sought or has come, for what, and how far it has come.`,
  add: msg`Enter a funding stream`,
  none: msg`No funding stream is entered yet. Begin with an idea: a donor, and what it would pay for.`,
  title: msg({ message: "Name", context: "funding stream" }),
  network: msg`Lead network`,
  actions: msg`Actions that it pays for`,
  fields: {
    donor: { label: msg`Donor` },
    stage: {
      label: msg({ message: "Stage", context: "funding" }),
      options: {
        idea: msg({ message: "Idea", context: "funding" }),
        "in-preparation": msg({ message: "In preparation", context: "funding" }),
        asked: msg({ message: "Asked", context: "funding" }),
        granted: msg({ message: "Granted", context: "funding" }),
        paid: msg({ message: "Paid", context: "funding" }),
        reported: msg({ message: "Reported", context: "funding" }),
        refused: msg({ message: "Refused", context: "funding" }),
      },
    },
    amount: { label: msg`Amount aimed at` },
    // Currencies are read by their codes, as they are written everywhere.
    currency: { label: msg`Currency` },
    deadline: { label: msg`To be asked by` },
    reportDue: { label: msg`To be reported by` },
    benefiting: {
      label: msg`Networks that benefit`,
      hint: msg`Where none is chosen, it is the lead network.`,
    },
    purpose: { label: msg({ message: "Purpose", context: "funding" }) },
  },
  parts: {
    sums: {
      heading: msg`Asked, granted, paid, reported`,
      add: msg`Enter a sum`,
      none: msg`No sum is entered yet.`,
      fields: {
        step: {
          label: msg`What it is`,
          options: {
            asked: msg({ message: "Asked", context: "funding" }),
            granted: msg({ message: "Granted", context: "funding" }),
            paid: msg({ message: "Paid", context: "funding" }),
            reported: msg({ message: "Reported", context: "funding" }),
          },
        },
        amount: { label: msg`Amount` },
        currency: { label: msg`Currency`, hint: msg`Only if it is another than the stream’s.` },
        day: { label: msg({ message: "Day", context: "field" }) },
        note: { label: msg`Note` },
      },
    },
    deadlines: {
      heading: msg`Further deadlines`,
      add: msg`Enter a deadline`,
      none: msg`No further deadline is entered.`,
      fields: {
        day: { label: msg({ message: "Day", context: "field" }) },
        what: { label: msg`What is due` },
      },
    },
  },
};
