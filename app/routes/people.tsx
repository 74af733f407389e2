import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { membershipChoices } from "~/features/accounts/choices.server.ts";
import { OpenInvitations } from "~/features/accounts/components/open-invitations.tsx";
import { renewInvitation, withdrawInvitation } from "~/features/accounts/invitations.server.ts";
import { MailNotSent, sendInvitation } from "~/features/accounts/mails.server.ts";
import { findPerson, listPeople, openInvitations } from "~/features/accounts/queries.server.ts";
import { mayInvite, mayManage, maySeeAddress, maySeePeople } from "~/features/policy.ts";
import { parseForm } from "~/http/forms.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { log } from "~/log.server.ts";
import { Pages } from "~/ui/pages.tsx";
import { useWords, wordsOf } from "~/ui/words.ts";
import { isOneOf, ROLES } from "~/words.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, networks, language, at, url } = visit;
  if (!maySeePeople(viewer)) return forbidden(visit);
  const query = url.searchParams;
  const role = query.get("role");
  const filters = {
    q: (query.get("q") ?? "").trim().slice(0, 100),
    role: isOneOf(ROLES, role) ? role : null,
    networkId: Number(query.get("network")) || null,
    page: Math.max(1, Number(query.get("page")) || 1),
  };
  const { rows, total, page, pages } = listPeople(db, filters);
  return {
    ...{ filters, total, page, pages, mayManage: mayManage(viewer, { id: "" }), invited: query.has("invited") },
    choices: membershipChoices(viewer, networks, language),
    people: rows.map(({ person, network, slug }) => ({
      ...{ id: person.id, name: person.name, role: person.role, boards: person.boards, slug },
      network: network[language],
      email: maySeeAddress(viewer, person) ? person.email : null,
      suspended: person.suspendedAt !== null,
    })),
    invitations: openInvitations(db, at)
      .filter(({ invitation }) => mayInvite(viewer, invitation))
      .map(({ invitation, network, inviter }) => ({
        ...{ id: invitation.id, email: invitation.email ?? "", role: invitation.role, inviter },
        network: network[language],
        until: +invitation.expiresAt,
      })),
    title: visit.i18n._(msg`People`),
  };
});

const invitationSchema = z.object({
  invitation: z.coerce.number().int().positive(),
  intent: z.enum(["resend", "withdraw"]),
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, networks } = visit;
  const parsed = parseForm(invitationSchema, await visit.request.formData());
  if (!parsed.ok) return maySeePeople(viewer) ? badRequest(visit) : forbidden(visit);
  const { invitation: id, intent } = parsed.value;
  if (intent === "withdraw") {
    withdrawInvitation(db, by, viewer, id);
    return redirect("/people");
  }
  const { token, until, invitation } = renewInvitation(db, by, viewer, id);
  const { language, email, role, networkId } = invitation;
  try {
    await sendInvitation({
      ...{ to: email ?? "", language, token, until, role: wordsOf(i18nFor(language)).role(role) },
      inviter: (invitation.invitedById && findPerson(db, invitation.invitedById)?.name) || viewer.name,
      network: networks.find((network) => network.id === networkId)?.names[language] ?? "",
    });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.error({ requestId: visit.context.requestId, err: error }, "an invitation was not sent again");
    return data({ failed: id }, { status: 503 });
  }
  return redirect("/people?invited=1");
});

export const meta = titled;

export default function PeoplePage() {
  const {
    filters,
    total,
    people,
    page,
    pages,
    invitations,
    choices,
    invited,
    mayManage: manages,
  } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>()?.failed ?? null;
  const { t } = useLingui();
  const words = useWords();
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
      {invited && (
        <p className="notice" role="status">
          <Trans>The invitation is on its way.</Trans>
        </p>
      )}
      <Form className="filters" role="search">
        <input
          className="chip"
          type="search"
          name="q"
          defaultValue={filters.q}
          placeholder={t`Name`}
          aria-label={t`Name`}
        />
        <select className="chip" name="role" defaultValue={filters.role ?? ""} aria-label={t`Role`}>
          <option value="">{t`Role`}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words.role(role)}
            </option>
          ))}
        </select>
        <select className="chip" name="network" defaultValue={filters.networkId ?? ""} aria-label={t`Network`}>
          <option value="">{t`Network`}</option>
          {choices.networks.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {"\u2003".repeat(depth)}
              {name}
            </option>
          ))}
        </select>
        <button className="button">
          <Trans>Filter</Trans>
        </button>
      </Form>
      {people.length === 0 ? (
        <p className="empty">
          <Trans>Nobody under these filters.</Trans>
        </p>
      ) : (
        <ul className="rows people">
          {people.map(({ id, name, role, network, slug, email, boards, suspended }) => (
            <li key={id}>
              <span>
                {manages ? <Link to={`/people/${id}`}>{name}</Link> : <strong>{name}</strong>}
                {suspended && (
                  <>
                    {" "}
                    <span className="tag">
                      <Trans>suspended</Trans>
                    </span>
                  </>
                )}
                {email && <small className="soft">{email}</small>}
              </span>
              <span>
                {words.role(role)}
                {boards.length > 0 && <small className="soft">{boards.map(words.boardShort).join(", ")}</small>}
              </span>
              <Link to={`/networks/${slug}`}>{network}</Link>
            </li>
          ))}
        </ul>
      )}
      <Pages page={page} pages={pages} />
      <OpenInvitations invitations={invitations} failed={failed} />
    </main>
  );
}
