import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { ancestorsOf, networkOptions } from "~/features/core/network-tree.ts";
import { mayEditNetworks } from "~/features/core/policy.ts";
import { TermForm } from "~/features/people/networks/components/published-forms.tsx";
import { SeatForm } from "~/features/people/networks/components/seat-form.tsx";
import { editCommitteeTerm } from "~/features/people/networks/published.server.ts";
import { committeeSeats, committeeTerm, seatAccounts } from "~/features/people/networks/queries.server.ts";
import { seatSchema, termSchema } from "~/features/people/networks/schemas.ts";
import { createSeat, editSeat, removeSeat } from "~/features/people/networks/seats.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer(({ db, viewer, networks, language, i18n, url }) => {
  const continent = (id: number) =>
    ancestorsOf(networks, id).find(({ kind }) => kind === "continental") ?? ancestorsOf(networks, id)[0];
  const mayEdit = mayEditNetworks(viewer);
  const accounts = mayEdit ? seatAccounts(db) : [];
  return {
    term: committeeTerm(db),
    accounts: accounts.map(({ id, name, networkId }) => ({
      id,
      name,
      network: networks.find((one) => one.id === networkId)?.names[language] ?? "",
    })),
    editing: Number(url.searchParams.get("edit")) || null,
    mayEdit,
    seats: committeeSeats(db).map(({ personId, ...seat }) => {
      const home = continent(seat.networkId);
      // Whose account it is, is for those who tie it.
      const account = accounts.find(({ id }) => id === personId)?.name ?? null;
      return {
        ...seat,
        personId: mayEdit ? personId : null,
        account,
        slug: home?.slug ?? "",
        continent: home?.names[language] ?? "",
      };
    }),
    networks: networkOptions(networks, language),
    title: i18n._(msg`Steering committee`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, networks } = visit;
  if (!mayEditNetworks(viewer)) return forbidden(visit);
  const form = await visit.request.formData();
  const seat = Number(form.get("seat")) || null;
  if (form.get("intent") === "term") {
    const term = parseForm(termSchema, form);
    if (!term.ok)
      return data({ problems: term.problems, submitted: term.submitted, seat: null, of: "term" }, { status: 422 });
    editCommitteeTerm(db, by, viewer, term.value.term);
    return redirect("/committee");
  }
  if (form.get("intent") === "remove") {
    const removed = seat ?? badRequest(visit);
    if (form.get("sure") !== "yes") {
      const problems: Record<string, ProblemCode> = { sure: "not-confirmed" };
      return data({ problems, submitted: null, seat, of: "remove" }, { status: 422 });
    }
    removeSeat(db, by, viewer, removed);
    return redirect("/committee");
  }
  const parsed = parseForm(seatSchema, form);
  if (!parsed.ok)
    return data({ problems: parsed.problems, submitted: parsed.submitted, seat, of: "seat" }, { status: 422 });
  if (!networks.some(({ id }) => id === parsed.value.networkId)) return badRequest(visit);
  const { personId } = parsed.value;
  if (personId && !seatAccounts(db).some(({ id }) => id === personId))
    return data(
      { problems: { personId: "not-an-account" as ProblemCode }, submitted: submittedIn(form), seat, of: "seat" },
      { status: 422 },
    );
  if (seat) editSeat(db, by, viewer, seat, parsed.value);
  else createSeat(db, by, viewer, parsed.value);
  return redirect("/committee");
});

export const meta = titled;

/** The committee as it was published, by continent. */
export default function CommitteePage() {
  const { term, seats, networks, accounts, mayEdit, editing } = useLoaderData<typeof loader>();
  const invalid = useActionData<typeof action>();
  const labels = useLabels();
  const count = seats.length;
  const continents = [...new Map(seats.map(({ slug, continent }) => [slug, continent]))];
  return (
    <main id="content" className="page narrow">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Steering committee</Trans>
          </h1>
          <p>
            {term && `${term} · `}
            <Plural value={count} one="# seat" other="# seats" />
          </p>
          {mayEdit && (
            <TermForm
              term={term}
              problems={invalid?.of === "term" ? invalid.problems : {}}
              submitted={invalid?.of === "term" ? invalid.submitted : null}
            />
          )}
        </div>
        <div className="buttons">
          <Link className="button" to="/reviews">
            <Trans>Reviews</Trans>
          </Link>
          <Link className="button" to="/decisions">
            <Trans>Decisions</Trans>
          </Link>
        </div>
      </header>
      {continents.map(([slug, continent]) => (
        <section key={slug} className="continent">
          <h2>
            <Link to={`/networks/${slug}`}>{continent}</Link>
          </h2>
          <ul className="rows">
            {seats
              .filter((seat) => seat.slug === slug)
              .map((seat) => (
                <li key={seat.id}>
                  <strong>{seat.holder}</strong> <small className="soft">{labels.capacity(seat.capacity)}</small>
                  {seat.account && (
                    <small className="soft">
                      {" · "}
                      <Trans>account: {seat.account}</Trans>
                    </small>
                  )}
                  {mayEdit && editing !== seat.id && invalid?.seat !== seat.id && (
                    <Link className="button quiet" to={`?edit=${seat.id}`} preventScrollReset>
                      <Trans>Edit</Trans>
                    </Link>
                  )}
                  {mayEdit && (editing === seat.id || invalid?.seat === seat.id) && (
                    <SeatForm
                      seat={seat}
                      networks={networks}
                      accounts={accounts}
                      problems={invalid?.seat === seat.id ? invalid.problems : {}}
                      submitted={invalid?.seat === seat.id ? invalid.submitted : null}
                    />
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {mayEdit && (
        <section className="section">
          <h2>
            <Trans>Add a seat</Trans>
          </h2>
          <SeatForm
            key={count}
            networks={networks}
            accounts={accounts}
            problems={invalid?.of === "seat" && !invalid.seat ? invalid.problems : {}}
            submitted={invalid?.of === "seat" && !invalid.seat ? invalid.submitted : null}
          />
        </section>
      )}
    </main>
  );
}
