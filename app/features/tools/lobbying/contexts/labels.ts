import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { contexts } from "./contexts.ts";

export const contextsLabels: LabelsOf<typeof contexts> = {
  purpose: msg`How social protection stands on each continent, noted anew as it changes.`,
  add: msg`Write a context analysis`,
  none: msg`No continent has written its context analysis yet.`,
  title: msg({ message: "Title", context: "context analysis" }),
  network: msg`Level or continent`,
  actions: msg`Actions that follow from it`,
  fields: {
    day: { label: msg({ message: "Day", context: "field" }) },
    situation: { label: msg`The situation` },
    consequences: { label: msg`What it means for our work` },
  },
  parts: {},
};
