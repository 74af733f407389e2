import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/features/core/forms.server.ts";
import { inTreeOrder, openNetworks } from "~/features/core/network-tree.ts";
import { mayEditNetworks } from "~/features/core/policy.ts";
import { FiguresLine } from "~/features/people/networks/components/figures-line.tsx";
import { FiguresForm } from "~/features/people/networks/components/published-forms.tsx";
import { editFigures } from "~/features/people/networks/published.server.ts";
import { peopleCounts, publishedFigures } from "~/features/people/networks/queries.server.ts";
import { figuresSchema } from "~/features/people/networks/schemas.ts";
import { ledCounts } from "~/features/plan/actions/led.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";

export const loader = forViewer(({ db, viewer, networks, language, i18n }) => {
  const [leads, people] = [ledCounts(db), peopleCounts(db)];
  const count = (kind: string) => openNetworks(networks).filter((network) => network.kind === kind).length;
  return {
    networks: inTreeOrder(networks, language).map(({ id, slug, kind, names, depth, since, closedOn }) => ({
      id,
      slug,
      kind,
      depth,
      since,
      closed: Boolean(closedOn),
      name: names[language],
      leads: leads.get(id) ?? 0,
      people: people.get(id) ?? 0,
    })),
    figures: publishedFigures(db),
    entered: { continental: count("continental"), national: count("national"), organisation: count("organisation") },
    mayEdit: mayEditNetworks(viewer),
    title: i18n._(msg`Networks`),
  };
});

/** Sets the figures that the network publishes of itself. */
export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  if (!mayEditNetworks(viewer)) return forbidden(visit);
  const form = await visit.request.formData();
  if (form.get("intent") !== "figures") return badRequest(visit);
  const parsed = parseForm(figuresSchema, form);
  if (!parsed.ok) return data({ problems: parsed.problems, submitted: parsed.submitted }, { status: 422 });
  editFigures(db, by, viewer, parsed.value);
  return redirect("/networks");
});

export const meta = titled;

/** The tree of the network with its levels. */
export default function NetworksPage() {
  const { networks, figures, entered, mayEdit } = useLoaderData<typeof loader>();
  const invalid = useActionData<typeof action>();
  return (
    <main id="content" className="page">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Networks</Trans>
          </h1>
          <FiguresLine figures={figures} entered={entered} />
          {mayEdit && (
            <FiguresForm figures={figures} problems={invalid?.problems ?? {}} submitted={invalid?.submitted ?? null} />
          )}
        </div>
        <p className="buttons">
          <Link className="button quiet" to="/networks/voice">
            <Trans>Who is heard</Trans>
          </Link>
          {mayEdit && (
            <Link className="button solid" to="/networks/new">
              <Trans>Add a network</Trans>
            </Link>
          )}
        </p>
      </header>
      <ul className="tree">
        {networks.map(({ id, slug, kind, depth, name, since, leads, people, closed }) => (
          <li key={id} data-depth={depth} data-kind={kind}>
            <Link to={`/networks/${slug}`}>{name}</Link>
            {closed && (
              <span className="tag">
                <Trans>no longer active</Trans>
              </span>
            )}
            {since && (
              <small className="soft">
                <Trans>since {since}</Trans>
              </small>
            )}
            <small className="soft">
              {leads > 0 && <Plural value={leads} one="leads # action" other="leads # actions" />}
              {leads > 0 && people > 0 && " · "}
              {people > 0 && <Plural value={people} one="# person" other="# people" />}
            </small>
          </li>
        ))}
      </ul>
    </main>
  );
}
