import { msg } from "@lingui/core/macro";
import { contactsLabels } from "~/features/tools/engine/contacts-labels.ts";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { alliances } from "./alliances.ts";

export const alliancesLabels: LabelsOf<typeof alliances> = {
  purpose: msg`Organisations and donors that networks approach, who approaches them, and where it stands.`,
  add: msg`Enter an alliance`,
  none: msg`No alliance is entered yet. Begin with whom your network would like to approach.`,
  title: msg({ message: "Name", context: "alliance" }),
  network: msg`Approached by`,
  actions: msg`Actions that it serves`,
  fields: {
    kind: {
      label: msg`Kind`,
      options: {
        organisation: msg`Organisation`,
        donor: msg`Donor`,
      },
    },
    standing: {
      label: msg`Where it stands`,
      options: {
        idea: msg({ message: "Idea", context: "alliance" }),
        approached: msg({ message: "Approached", context: "alliance" }),
        talking: msg({ message: "Talking", context: "alliance" }),
        agreed: msg({ message: "Agreed", context: "alliance" }),
        ended: msg({ message: "Ended", context: "alliance" }),
      },
    },
    website: { label: msg`Web address` },
    what: { label: msg`What is sought together` },
  },
  parts: { contacts: contactsLabels },
};
