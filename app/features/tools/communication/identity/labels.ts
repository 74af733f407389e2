import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { identity } from "./identity.ts";

export const identityLabels: LabelsOf<typeof identity> = {
  purpose: msg`The logo in its variations and the rules of the graphic charter, for everyone to take.`,
  add: msg`Enter a logo or a rule`,
  none: msg`Nothing is entered yet. Begin with the logo and the graphic charter.`,
  title: msg({ message: "Name", context: "visual identity" }),
  network: msg`For which network`,
  actions: msg`Actions that it belongs to`,
  fields: {
    sort: {
      label: msg({ message: "Kind", context: "visual identity" }),
      options: {
        logo: msg`Logo`,
        rule: msg`Rule of the charter`,
        template: msg({ message: "Template", context: "visual identity" }),
      },
    },
    use: { label: msg`How it is used` },
  },
  parts: {
    versions: {
      heading: msg`Versions`,
      add: msg`Add a version`,
      none: msg`There is no file yet. Those who coordinate communication add the first version here.`,
      fields: {
        day: { label: msg({ message: "Day", context: "field" }) },
        file: {
          label: msg`File`,
          hint: msg`A drawing (SVG), a picture, a PDF, an office file without macros or a ZIP archive, up to 10 MB.`,
        },
        changed: { label: msg`What changed` },
      },
    },
  },
};
