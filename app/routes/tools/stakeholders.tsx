import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { PowerMap } from "~/features/tools/lobbying/stakeholders/components/power-map.tsx";
import type { PlaceResult } from "~/features/tools/lobbying/stakeholders/components/use-places.ts";
import { latestContacts, mapOf } from "~/features/tools/lobbying/stakeholders/map.server.ts";
import { afterPlacing, justPlaced, placeByForm } from "~/features/tools/lobbying/stakeholders/placing.server.ts";
import { readSince } from "~/features/tools/lobbying/stakeholders/schemas.ts";
import { stakeholders } from "~/features/tools/lobbying/stakeholders/stakeholders.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, safePath } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { useFormat } from "~/ui/format.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, networks, language, url, at } = visit;
  const list = listOf(visit, stakeholders);
  const filters = readFilters(stakeholders, url.searchParams, networks, dayOf(at));
  const opened = Number(loadFormDraft(visit)?.get("entry") ?? url.searchParams.get("place")) || null;
  return {
    list,
    map: filters.removed ? null : mapOf(visit, filters, { since: readSince(url.searchParams), opened }),
    contacts: latestContacts(
      db,
      list.entries.map(({ id }) => id),
    ),
    opened,
    placed: justPlaced(db, url.searchParams, language),
    title: visit.i18n._(REGISTER_NAMES.stakeholders),
  };
});

/** Puts somebody elsewhere on the map. */
export const action = forViewer(async (visit) => {
  const { request, db, by, viewer, language } = visit;
  const form = await request.formData();
  const place = placeByForm(db, by, viewer, form, language) ?? badRequest(visit);
  if (form.has("quick") || place.http !== 200) return data({ place }, { status: place.http });
  return redirect(afterPlacing(place, safePath(form.get("back"), "/stakeholders")));
});

/** A line that drops leaves the map as it was. */
export async function clientAction({
  request,
  serverAction,
}: ClientActionFunctionArgs): Promise<{ place: PlaceResult }> {
  const id = Number((await request.clone().formData()).get("entry"));
  try {
    return await serverAction<{ place: PlaceResult }>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { place: { outcome: "line-lost", id } };
  }
}

/** Without a line there is nothing to ask for again. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  return asked.actionResult?.place?.outcome === "line-lost" ? false : alsoOnConflict(asked);
}

export const meta = titled;
export const links = registerStyle;

/** The power map: everybody on a grid, and in a list with the day of the latest contact. */
export default function PowerMapPage() {
  const { list, map, contacts, opened, placed } = useLoaderData<typeof loader>();
  const news = useActionData<typeof action>()?.place ?? placed;
  return (
    <RegisterPage
      register={stakeholders}
      list={list}
      {...(map?.since && { kept: { since: map.since } })}
      picture={
        map &&
        (map.everybody.length > 0 || map.shifted.length > 0) && (
          <PowerMap map={map} query={list.query} opened={opened} news={news} />
        )
      }
      aside={({ id }) => <LastContact day={contacts[id]} />}
    />
  );
}

function LastContact({ day }: { day: string | undefined }) {
  const format = useFormat();
  const said = day && format.day(Date.parse(`${day}T00:00:00Z`));
  return <p className="last-contact">{said ? <Trans>Latest contact: {said}</Trans> : <Trans>No contact yet</Trans>}</p>;
}
