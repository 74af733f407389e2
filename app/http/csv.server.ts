import { attachment } from "./attachment.server.ts";

/** A spreadsheet as a file of this name: it says what one person may read, so that nobody between keeps it. */
export function csvResponse(csv: Buffer, name: string): Response {
  return new Response(new Uint8Array(csv), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Length": String(csv.length),
      "Content-Disposition": attachment(`INSPIR ${name}.csv`),
      "Cache-Control": "private, no-store",
    },
  });
}
