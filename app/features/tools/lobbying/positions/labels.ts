import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { positions } from "./positions.ts";

export const positionsLabels: LabelsOf<typeof positions> = {
  purpose: msg`What the network stands for, who endorses it, and where it was carried.`,
  add: msg`Enter a position`,
  none: msg`No position is entered yet.`,
  title: msg({ message: "Title", context: "position" }),
  network: msg`Whose position`,
  actions: msg`Actions that it serves`,
  fields: {
    path: { label: msg`Its path` },
    published: { label: msg`Where it is published` },
  },
  parts: {
    versions: {
      heading: msg`Versions`,
      add: msg`Enter a version`,
      none: msg`No text is entered yet.`,
      fields: {
        day: { label: msg({ message: "Day", context: "field" }) },
        wording: { label: msg({ message: "The text", context: "position" }) },
        changed: { label: msg`What changed` },
      },
    },
    endorsements: {
      heading: msg`Endorsements`,
      add: msg`Enter what a network says`,
      none: msg`No network has said anything yet.`,
      network: msg`Which network`,
      fields: {
        answer: {
          label: msg`What it says`,
          options: {
            adopted: msg({ message: "Adopted", context: "position" }),
            "adopted-with-remarks": msg`Adopted with remarks`,
            "not-adopted": msg`Not adopted`,
          },
        },
        day: { label: msg({ message: "Day", context: "field" }) },
        remark: { label: msg({ message: "Remark", context: "field" }) },
      },
    },
    carried: {
      heading: msg`Where it was carried`,
      add: msg`Enter an occasion`,
      none: msg`It has not been carried anywhere yet.`,
      network: msg`By which network`,
      fields: {
        day: { label: msg({ message: "Day", context: "field" }) },
        whom: { label: msg`To whom` },
        stakeholder: { label: msg`On the power map` },
        reply: { label: msg`With what reply` },
      },
    },
  },
};
