import { data, redirect } from "@remix-run/node";
import { latestLines } from "~/features/core/history/queries.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { entryOf } from "~/features/tools/engine/pages.server.ts";
import { entryByForm } from "~/features/tools/engine/part-form.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { requestedEntry } from "./register.server.ts";
import { badRequest } from "./visit.server.ts";

const LATEST = 5;

/** What the page of any entry of a register is given; `found` is for what a register adds, and is not sent. */
export function showEntry(visit: SignedInVisit, register: Register) {
  const found = requestedEntry(visit, register);
  const entry = entryOf(visit, register, found);
  const latest = latestLines(visit.db, { entryId: entry.id }, visit.language, LATEST);
  return { found, entry, latest, title: entry.title };
}

/** Removes the entry from its list, or brings it back. */
export async function answerOnEntry(visit: SignedInVisit, register: Register) {
  const { row } = requestedEntry(visit, register);
  const result = entryByForm(visit, register, row.id, await visit.request.formData()) ?? badRequest(visit);
  if (result.status === "invalid") return data({ stale: false, ...result }, { status: 422 });
  if (result.status === "stale") return data({ stale: true, problems: {}, submitted: {} }, { status: 409 });
  return redirect(`/${register.name}/${row.id}`);
}
