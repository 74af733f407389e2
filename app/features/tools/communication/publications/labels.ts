import { msg } from "@lingui/core/macro";
import type { LabelsOf } from "~/features/tools/engine/labels.ts";
import type { publications } from "./publications.ts";

export const publicationsLabels: LabelsOf<typeof publications> = {
  purpose: msg`What the network publishes and plans to publish: by channel, language and audience.`,
  add: msg`Enter a publication`,
  none: msg`No publication is entered yet. Begin with what was published last, or with what is planned next.`,
  title: msg({ message: "Title", context: "publication" }),
  network: msg`Published by`,
  actions: msg`Actions that it serves`,
  fields: {
    state: {
      label: msg({ message: "State", context: "publication" }),
      options: {
        planned: msg({ message: "Planned", context: "publication" }),
        published: msg({ message: "Published", context: "publication" }),
      },
    },
    day: {
      label: msg({ message: "Day", context: "field" }),
      hint: msg`On which it was published, or is to be.`,
    },
    channel: {
      label: msg`Channel`,
      options: {
        website: msg`Website`,
        blog: msg`Blog`,
        newsletter: msg`Newsletter`,
        press: msg({ message: "Press", context: "channel" }),
        "social-media": msg`Social media`,
        video: msg`Video`,
        radio: msg`Radio`,
        print: msg({ message: "Print", context: "channel" }),
      },
    },
    language: { label: msg`Language` },
    audience: {
      label: msg`Audience`,
      options: {
        members: msg({ message: "Members", context: "audience" }),
        "decision-makers": msg`Decision makers`,
        partners: msg({ message: "Partners", context: "audience" }),
        press: msg({ message: "Press", context: "audience" }),
        public: msg`General public`,
      },
    },
    link: { label: msg({ message: "Link", context: "publication" }), hint: msg`Where it can be read, seen or heard.` },
    positions: { label: msg`Positions that it serves` },
    about: { label: msg`What it is about` },
  },
  parts: {},
};
