import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { readingOf } from "~/features/plan/actions/queries.server.ts";
import { AdoptionMark } from "~/features/plan/subsidiarity/components/adoption-mark.tsx";
import { NamingForm } from "~/features/plan/subsidiarity/components/naming-form.tsx";
import { NoneYet } from "~/features/plan/subsidiarity/components/strengthens.tsx";
import { nameByForm, networksToName } from "~/features/plan/subsidiarity/form.server.ts";
import { linksOf } from "~/features/plan/subsidiarity/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, language } = visit;
  const action = workableAction(visit);
  const { ref, board, level, stage } = action;
  const links = linksOf(db, action.id, visit);
  const kept = loadFormDraft(visit);
  return {
    ref,
    board,
    level,
    stage,
    links,
    actionTitle: readingOf(action.texts, language, action.sourceLanguage).title,
    networks: networksToName(visit, links),
    values: kept ? submittedIn(kept, ["networks"]) : { language },
    title: `${visit.i18n._(TITLE)} ${ref}`,
  };
});

export const action = forViewer(async (visit) => {
  const action = workableAction(visit);
  const named = nameByForm(visit, action, await visit.request.formData());
  if (!named.ok) return data(named, { status: named.status });
  return redirect(`/actions/${action.ref}?strengthens=saved#strengthens`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

const TITLE = msg`Strengthens`;

/** For the coordinators of an action: the networks that it strengthens, and naming more of them. */
export default function StrengthensPage() {
  const { ref, board, level, stage, links, actionTitle, networks, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>Networks that {ref} strengthens</Trans>
      </h1>
      <p className="lead">{actionTitle}</p>
      <section className="section">
        <FormNotices problems={invalid !== null} />
        {links.length === 0 && <NoneYet level={level} stage={stage} />}
        <ul className="rows">
          {links.map(({ network, answer }) => (
            <li key={network.slug} className="strengthened-head">
              <Link to={`/actions/${ref}/strengthens/${network.slug}`}>{network.name}</Link>
              <AdoptionMark answer={answer} />
            </li>
          ))}
        </ul>
      </section>
      <section className="section">
        {networks.length > 0 ? (
          <NamingForm networks={networks} values={invalid?.submitted ?? values} problems={invalid?.problems ?? {}} />
        ) : (
          <p className="soft">
            <Trans>All national and continental networks are named.</Trans>
          </p>
        )}
      </section>
    </main>
  );
}
