import { DOCUMENT_KINDS } from "~/features/plan/documents/file-types.ts";
import { choice, day, entries, file, networks, paragraph, prose, text, url } from "~/features/tools/engine/field.ts";
import { part, register } from "~/features/tools/engine/register.ts";

/** From the first draft to the donor's answer. */
export const PROPOSAL_STAGES = ["draft", "in-review", "ready", "sent", "accepted", "refused"] as const;
const UNSENT: readonly string[] = ["draft", "in-review", "ready"];
export const VERDICTS = ["agrees", "asks-for-changes", "disagrees"] as const;

/** What networks ask for together, drafted as a document. The entry's network owns it; `owner` is who holds the pen there. */
export const proposals = register({
  name: "proposals",
  board: "financing",
  maintainers: "networks",
  order: "deadline",
  aheadOn: ({ stage, deadline }) => (UNSENT.includes(String(stage)) ? ((deadline as string | null) ?? null) : null),
  isOwed: true,
  fields: {
    stage: choice(PROPOSAL_STAGES, { required: true, filter: true }),
    deadline: day({ filter: true }),
    owner: text({ detailOnly: true }),
    reviewers: networks({ detailOnly: true }),
    streams: entries({ of: "funding", detailOnly: true }),
    allies: entries({ of: "alliances", detailOnly: true }),
    what: prose(),
  },
  parts: {
    versions: part({
      maintainers: "coordinators",
      network: false,
      order: "-id",
      oneOf: ["body", "link", "file"],
      fields: {
        name: text({ required: true, most: 100, labelled: true }),
        day: day({ required: true, past: true }),
        body: paragraph({ most: 20_000 }),
        link: url(),
        file: file({ takes: DOCUMENT_KINDS }),
        changed: paragraph(),
      },
    }),
    reviews: part({
      maintainers: "networks",
      network: true,
      order: "-day",
      fields: {
        day: day({ required: true, past: true }),
        verdict: choice(VERDICTS, { required: true }),
        ofVersion: text({ most: 100, labelled: true }),
        remarks: paragraph(),
      },
    }),
  },
});
