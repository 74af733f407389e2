import "~/i18n/registers.client.ts";
import "~/i18n/work.client.ts";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/history/components/latest.tsx";
import { latestLines } from "~/features/history/queries.server.ts";
import { registerOf } from "~/features/registers/all.ts";
import { EntryView } from "~/features/registers/components/entry-view.tsx";
import { entryByForm } from "~/features/registers/deeds.server.ts";
import { entryOf } from "~/features/registers/pages.server.ts";
import { entryAsked, registerAsked } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

const LATEST = 5;

export const loader = forViewer((visit) => {
  const register = registerAsked(visit);
  const entry = entryOf(visit, register, entryAsked(visit, register));
  return {
    ...{ register: register.name, entry, title: entry.title },
    latest: latestLines(visit.db, { entryId: entry.id }, visit.language, LATEST),
  };
});

/** Removes the entry from its list, or brings it back. */
export const action = forViewer(async (visit) => {
  const register = registerAsked(visit);
  const { row } = entryAsked(visit, register);
  const deed = entryByForm(visit, register, row.id, await visit.request.formData()) ?? badRequest(visit);
  if (deed.status === "stale") return data({ stale: true }, { status: 409 });
  return redirect(`/${register.name}/${row.id}`);
});

export const meta = titled;
export const links = registerStyle;

/** An entry of a register that shows nothing of its own. */
export default function EntryPage() {
  const { register: name, entry, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const register = registerOf(name);
  if (!register) return null;
  return (
    <EntryView
      {...{ register, entry }}
      stale={Boolean(answer?.stale)}
      history={<Latest lines={latest} to={`/${name}/${entry.id}/history`} ofEntry />}
    />
  );
}
