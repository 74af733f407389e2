import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { mayEditNetworks } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { NetworkForm } from "~/features/people/networks/components/network-form.tsx";
import { networkFiled, parentChoices } from "~/features/people/networks/form.server.ts";
import { createNetwork } from "~/features/people/networks/mutations.server.ts";
import { newNetworkSchema, slugFrom } from "~/features/people/networks/schemas.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer } from "~/http/visit.server.ts";

const BELOW = {
  international: "continental",
  continental: "national",
  national: "organisation",
  organisation: "organisation",
};

export const loader = forViewer((visit) => {
  allow(visit);
  const { networks, language, url, i18n } = visit;
  const kept = loadFormDraft(visit);
  const under = networks.find(({ slug }) => slug === url.searchParams.get("under"));
  const beginning: Record<string, string> = {
    kind: under ? BELOW[under.kind] : "national",
    parentId: String(under?.id ?? ""),
    country: under?.country ?? "",
  };
  return {
    values: kept ? (submittedIn(kept) as Record<string, string>) : beginning,
    parents: parentChoices(networks, language),
    title: i18n._(msg`Add a network`),
  };
});

export const action = forViewer(async (visit) => {
  allow(visit);
  const form = await visit.request.formData();
  const parsed = parseForm(newNetworkSchema, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const slug = parsed.value.slug || slugFrom(parsed.value["name.en"] || parsed.value.name);
  const created = createNetwork(visit.db, visit.by, visit.viewer, { ...networkFiled(parsed.value), slug });
  if (created.status === "invalid")
    return data({ problems: created.problems, submitted: submittedIn(form) }, { status: 422 });
  return redirect(`/networks/${slug}`, { headers: { "Set-Cookie": forgetting } });
});

export const meta = titled;

export default function NewNetworkPage() {
  const { values, parents } = useLoaderData<typeof loader>();
  const invalid = useActionData<typeof action>();
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/networks">
          <Trans>Networks</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Add a network</Trans>
      </h1>
      <NetworkForm
        values={invalid?.submitted ?? values}
        problems={invalid?.problems ?? {}}
        parents={parents}
        submitLabel={<Trans>Add</Trans>}
        cancel={
          <Link className="button quiet" to="/networks">
            <Trans>Cancel</Trans>
          </Link>
        }
      />
    </main>
  );
}

function allow(visit: SignedInVisit): void {
  if (!mayEditNetworks(visit.viewer)) forbidden(visit);
}
