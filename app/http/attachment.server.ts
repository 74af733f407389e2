import contentDisposition from "content-disposition";
import { normalized } from "~/lib/text.ts";

/**
 * A `Content-Disposition` by which a browser saves what comes under this name. Beside the name stands one in plain letters:
 * alone, a name such as `año.pdf` would be sent in Latin-1, which browsers read in various ways.
 */
export function attachment(name: string): string {
  const plain = normalized(name, "NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_");
  return contentDisposition(name, { fallback: plain });
}
