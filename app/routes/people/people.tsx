import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Plural, Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/features/core/forms.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { networkOptions } from "~/features/core/network-tree.ts";
import { mayManage, maySeePeople } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { membershipChoices } from "~/features/people/accounts/choices.server.ts";
import { OpenInvitations } from "~/features/people/accounts/components/open-invitations.tsx";
import { PeopleFilters } from "~/features/people/accounts/components/people-filters.tsx";
import { PeopleRows } from "~/features/people/accounts/components/people-rows.tsx";
import { resendInvitation, withdrawInvitation } from "~/features/people/accounts/invitations.server.ts";
import { listPeople, peopleFilters } from "~/features/people/accounts/people-list.server.ts";
import { openInvitations } from "~/features/people/accounts/queries.server.ts";
import { invitationSchema } from "~/features/people/accounts/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, networks, language, url, i18n } = visit;
  if (!maySeePeople(viewer)) return forbidden(visit);
  const { page: _, ...filters } = peopleFilters(url.searchParams);
  const done = url.searchParams.get("done");
  return {
    ...listPeople(db, { viewer, networks, language }, peopleFilters(url.searchParams)),
    filters,
    manages: mayManage(viewer, { id: "" }),
    self: viewer.id,
    done: done && Object.hasOwn(DONE, done) ? done : null,
    networks: networkOptions(networks, language, [filters.network]),
    invitations: invitationsShown(visit),
    title: i18n._(msg`People`),
  };
});

/** Sends an invitation again, or takes it back. */
export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  if (!maySeePeople(viewer)) return forbidden(visit);
  const parsed = parseForm(invitationSchema, await visit.request.formData());
  if (!parsed.ok) return badRequest(visit);
  const { invitation, intent } = parsed.value;
  if (intent === "withdraw") {
    withdrawInvitation(db, by, viewer, invitation);
    return redirect("/people?done=withdrawn");
  }
  limit("invitation", viewer);
  const sent = await resendInvitation(db, by, viewer, invitation);
  return sent.ok
    ? redirect(`/people?done=${sent.unsure ? "unsure" : "sent"}`)
    : data({ failed: invitation }, { status: 503 });
});

export const meta = titled;

/** What has just been done, said above the list. */
const DONE: Record<string, MessageDescriptor> = {
  sent: msg`The invitation is on its way.`,
  unsure: msg`The invitation is saved, but the mail server did not confirm that it took the mail. If nothing arrives, send it again.`,
  withdrawn: msg`The invitation is taken back: its link works no more.`,
  saved: msg`Saved.`,
};

export default function PeoplePage() {
  const { filters, networks, total, people, page, pages, manages, self, invitations, done } =
    useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>()?.failed ?? null;
  const { _ } = useLingui();
  const said = done && !failed && DONE[done];
  return (
    <main id="content" className="page">
      <header className="page-head">
        <div>
          <h1>
            <Trans>People</Trans>
          </h1>
          <p>
            <Plural value={total} one="# person" other="# people" />
          </p>
        </div>
        <Link className="button solid" to="/people/invite">
          <Trans>Invite somebody</Trans>
        </Link>
      </header>
      {said && (
        <p className="notice" role="status">
          {_(said)}
        </p>
      )}
      <PeopleFilters filters={filters} networks={networks} />
      {people.length > 0 ? (
        <PeopleRows people={people} manages={manages} self={self} />
      ) : (
        <p className="empty">
          <Trans>Nobody under these filters.</Trans>
        </p>
      )}
      <Pages page={page} pages={pages} />
      <OpenInvitations {...invitations} failed={failed} />
    </main>
  );
}

/** The open invitations that are this viewer's to send again. */
function invitationsShown({ db, viewer, networks, language, at, url }: SignedInVisit) {
  const mine = membershipChoices(viewer, networks, language);
  const { rows, ...where } = openInvitations(db, mine, pageFrom(url.searchParams, "invitations"));
  const invitations = rows.map(({ invitation: { id, email, role, expiresAt }, network, inviter }) => ({
    id,
    email: email ?? "",
    role,
    inviter,
    network: network[language],
    until: +expiresAt,
    tooOld: expiresAt <= at,
  }));
  return { invitations, ...where };
}
