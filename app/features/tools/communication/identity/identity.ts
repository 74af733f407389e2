import { FILE_KINDS } from "~/features/plan/documents/file-types.ts";
import { choice, day, file, paragraph, prose } from "~/features/tools/engine/field.ts";
import { part, register } from "~/features/tools/engine/register.ts";

export const IDENTITY_SORTS = ["logo", "rule", "template"] as const;

/**
 * The one visual identity: the logo in its variations and the rules of the charter, each with its versions as files. Every
 * network takes them, and those who coordinate communication keep them: a charter that each network changed would be none.
 */
export const identity = register({
  name: "identity",
  board: "communication",
  maintainers: "coordinators",
  kinds: ["international", "continental", "national"],
  order: "title",
  fields: {
    sort: choice(IDENTITY_SORTS, { required: true, filter: true }),
    use: prose(),
  },
  parts: {
    versions: part({
      maintainers: "coordinators",
      network: false,
      order: "-day",
      fields: {
        day: day({ required: true }),
        file: file({ required: true, takes: FILE_KINDS }),
        changed: paragraph(),
      },
    }),
  },
});
