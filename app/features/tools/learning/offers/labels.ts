import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import { THEME } from "~/features/tools/learning/library/theme-labels.ts";
import type { offers } from "./offers.ts";

export const offersLabels: LabelsOf<typeof offers> = {
  purpose: msg`What networks can teach and what they want to learn: what fits is brought together.`,
  add: msg`Offer or ask for something`,
  none: msg`Nothing is offered or asked for at present. Say what your network can teach, or what it wants to learn.`,
  current: msg({ message: "Running", context: "offers" }),
  title: msg({ message: "In one line", context: "offer" }),
  network: msg`Which network`,
  actions: msg`Actions that it is about`,
  fields: {
    kind: {
      label: msg({ message: "Offer or ask", context: "offer" }),
      options: { offer: msg({ message: "Offer", context: "offer" }), ask: msg({ message: "Ask", context: "offer" }) },
    },
    theme: { label: msg`Theme`, hint: msg`Empty where the actions below say it.`, options: THEME },
    description: { label: msg`What exactly` },
    until: { label: msg`Until when` },
    state: {
      label: msg({ message: "State", context: "offer" }),
      options: {
        open: msg({ message: "Open", context: "offer" }),
        met: msg({ message: "Met", context: "offer" }),
        withdrawn: msg({ message: "Withdrawn", context: "offer" }),
      },
    },
  },
  parts: {
    outcomes: {
      heading: msg`What came of it`,
      add: msg`Enter what came of it`,
      none: msg`Nothing has come of it yet.`,
      network: msg`With which network`,
      fields: {
        day: { label: msg({ message: "Day", context: "field" }) },
        what: { label: msg({ message: "What", context: "outcome" }) },
        exchange: { label: msg`Which exchange came from it` },
      },
    },
  },
};
