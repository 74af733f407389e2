import { fileOf } from "~/features/tools/engine/parts.server.ts";
import { answerWithFile } from "~/http/file.server.ts";
import { forTool, requestedEntry } from "~/http/register.server.ts";
import { notFound } from "~/http/visit.server.ts";

/** The file of a part of an entry, for everyone who is signed in. */
export const loader = forTool((visit, register) => {
  const { row } = requestedEntry(visit, register);
  const part = /^\d{1,15}$/.test(visit.params.part ?? "") ? Number(visit.params.part) : 0;
  const { name: fileName, ...file } = fileOf(visit.db, row.id, part) ?? notFound(visit);
  return answerWithFile(visit, { ...file, fileName });
});
