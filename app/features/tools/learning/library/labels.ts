import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import { PRINCIPLE } from "~/ui/labels.ts";
import type { library } from "./library.ts";
import { THEME } from "./theme-labels.ts";

export const libraryLabels: LabelsOf<typeof library> = {
  purpose: msg`What networks learnt from each other, to be found by those who need it next.`,
  add: msg`Write down what was learnt`,
  none: msg`Nothing is written down yet. After a visit, a seminar or a study, write down what others can use.`,
  title: msg`The lesson in one line`,
  network: msg`Learnt by`,
  actions: msg`Actions that it came from`,
  fields: {
    theme: { label: msg`Theme`, options: THEME },
    text: { label: msg`What was learnt` },
    countries: { label: msg`Countries`, hint: msg`Of which it tells, beside the one whose network learnt it.` },
    principles: { label: msg`Principles`, options: PRINCIPLE },
    exchange: { label: msg`Exchanges that it came from` },
    document: { label: msg`Document`, hint: msg`Where more can be read: an address on the web.` },
  },
  parts: {},
};
