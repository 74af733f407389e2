import { z } from "zod";
import { changed, entered, id, removed, translated } from "./parts.ts";

/** The fields of an entry under flat names (`title.fr`, `amount`); each tool's definition says which there are. */
const entryFields = z.record(z.string(), z.unknown());
/** The fields of a part of an entry: which kind of part, and which of them. */
const partFields = z.looseObject({ part: z.string(), partId: id });
const title = z.object({ title: translated });
const rate = z.object({ perEuro: z.number(), day: z.string(), source: z.string() });

/** The events of the boards' tools: which entry, the event itself says. */
export const toolPayloads = {
  "entry.created": entered(entryFields),
  "entry.edited": changed(entryFields),
  "entry.removed": removed(title),
  "entry.restored": entered(title),
  "entry-part.added": entered(partFields),
  "entry-part.edited": changed(partFields),
  "entry-part.removed": removed(partFields),
  "rate.entered": { before: rate.nullable(), after: rate.extend({ currency: z.string() }) },
};
