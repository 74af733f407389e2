import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { exchanges } from "./exchanges.ts";

export const exchangesLabels: LabelsOf<typeof exchanges> = {
  purpose: msg`Visits, seminars and studies by which networks learn from each other.`,
  add: msg`Enter an exchange`,
  none: msg`No exchange lies ahead. Enter the next visit, seminar or study, so that networks can sign up.`,
  title: msg({ message: "Title", context: "exchange" }),
  network: msg`Hosted by`,
  actions: msg`Actions that it belongs to`,
  fields: {
    kind: {
      label: msg({ message: "Kind", context: "exchange" }),
      options: {
        visit: msg({ message: "Visit", context: "exchange" }),
        seminar: msg({ message: "Seminar", context: "exchange" }),
        study: msg({ message: "Study", context: "exchange" }),
      },
    },
    first: { label: msg`First day` },
    last: { label: msg`Last day`, hint: msg`Empty for one day.` },
    place: { label: msg({ message: "Place", context: "exchange" }), hint: msg`Where it is held, unless it is online.` },
    link: { label: msg({ message: "Link", context: "exchange" }), hint: msg`By which one takes part, or reads more.` },
    places: { label: msg`Places`, hint: msg`How many people can take part; empty where it does not matter.` },
    programme: { label: msg({ message: "Programme", context: "exchange" }) },
  },
  parts: {
    signups: {
      heading: msg`Signed up`,
      add: msg`Sign up`,
      none: msg`No network has signed up yet.`,
      network: msg`Which network`,
      fields: {
        people: { label: msg({ message: "People", context: "exchange" }), hint: msg`How many come.` },
        who: { label: msg({ message: "Who comes", context: "exchange" }) },
        remark: { label: msg({ message: "Remark", context: "field" }) },
      },
    },
    participants: {
      heading: msg`Who was there`,
      add: msg`Enter who was there`,
      none: msg`Nobody is entered yet.`,
      network: msg`Of which network`,
      fields: {
        people: { label: msg({ message: "People", context: "exchange" }), hint: msg`How many were there.` },
        who: { label: msg({ message: "Who", context: "exchange" }) },
      },
    },
  },
};
