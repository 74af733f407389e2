import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { proposals } from "./proposals.ts";

export const proposalsLabels: LabelsOf<typeof proposals> = {
  purpose: msg`What networks ask for together: who drafts it, who reviews it, and each of its versions.`,
  add: msg`Enter a joint proposal`,
  none: msg`No joint proposal is entered yet. Begin with a draft, and name the networks that review it.`,
  title: msg({ message: "Title", context: "proposal" }),
  network: msg`Owned by`,
  actions: msg`Actions that it serves`,
  fields: {
    stage: {
      label: msg({ message: "Stage", context: "proposal" }),
      options: {
        draft: msg({ message: "Draft", context: "proposal" }),
        "in-review": msg({ message: "In review", context: "proposal" }),
        ready: msg({ message: "Ready", context: "proposal" }),
        sent: msg({ message: "Sent", context: "proposal" }),
        accepted: msg({ message: "Accepted", context: "proposal" }),
        refused: msg`Turned down`,
      },
    },
    deadline: { label: msg`To be sent by` },
    owner: { label: msg`Who holds the pen`, hint: msg`The person in the network that owns it, if there is one.` },
    reviewers: { label: msg`Networks that review it` },
    streams: { label: msg`Funding streams` },
    allies: { label: msg`Alliances` },
    what: { label: msg`What it proposes` },
  },
  parts: {
    versions: {
      heading: msg({ message: "Versions", context: "proposal" }),
      add: msg`Enter a version`,
      none: msg`No version is entered yet.`,
      fields: {
        name: { label: msg({ message: "Version", context: "proposal" }), hint: msg`Such as “1” or “after review”.` },
        day: { label: msg({ message: "Day", context: "field" }) },
        body: { label: msg`Text`, hint: msg`The text itself; or below it the link to where it is, or a file.` },
        link: { label: msg`Link to the document` },
        file: {
          label: msg`File`,
          hint: msg`A PDF, a picture or an office file without macros, up to 10 MB.`,
        },
        changed: { label: msg`What changed` },
      },
    },
    reviews: {
      heading: msg({ message: "Reviews", context: "proposal" }),
      add: msg`Enter a review`,
      none: msg`No network has reviewed it yet.`,
      network: msg`Reviewed by`,
      fields: {
        day: { label: msg({ message: "Day", context: "field" }) },
        verdict: {
          label: msg`Verdict`,
          options: {
            agrees: msg`Agrees`,
            "asks-for-changes": msg`Asks for changes`,
            disagrees: msg`Disagrees`,
          },
        },
        ofVersion: { label: msg`Of which version` },
        remarks: { label: msg`Remarks` },
      },
    },
  },
};
