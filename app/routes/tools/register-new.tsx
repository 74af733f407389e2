import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { labelsFor } from "~/features/tools/engine/all-labels.ts";
import { EntryForm } from "~/features/tools/engine/components/entry-form.tsx";
import { listsOf, networkChoices, parseEntry, valuesToBegin } from "~/features/tools/engine/form.server.ts";
import { addEntry } from "~/features/tools/engine/mutations.server.ts";
import { mayAdd } from "~/features/tools/engine/pages.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { forTool } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forTool((visit, register) => {
  allowed(visit, register);
  const kept = loadFormDraft(visit);
  const { viewer, networks, language, i18n, url } = visit;
  return {
    register: register.name,
    language,
    submitted: kept ? submittedIn(kept, listsOf(register.fields)) : valuesToBegin(register, url.searchParams, networks),
    networks: networkChoices(viewer, networks, language, register),
    title: i18n._(labelsFor(register).add),
  };
});

export const action = forTool(async (visit, register) => {
  allowed(visit, register);
  const parsed = parseEntry(visit, register, await visit.request.formData());
  if (!parsed.ok) return data(parsed, { status: 422 });
  const id = addEntry(visit.db, visit.by, visit.viewer, register, parsed.value);
  return redirect(`/${register.name}/${id}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = registerStyle;

/** A new entry of a register. */
export default function NewEntryPage() {
  const { register: name, language, submitted, networks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { _ } = useLingui();
  const register = registerOf(name);
  const invalid = answer && "problems" in answer ? answer : null;
  if (!register) return null;
  return (
    <main id="content" className="page narrow" data-board={register.board}>
      <p className="crumbs">
        <Link to={`/${name}`}>{_(REGISTER_NAMES[name])}</Link>
      </p>
      <h1>{_(labelsFor(register).add)}</h1>
      <FormNotices problems={invalid !== null} />
      <EntryForm
        key={name}
        register={register}
        language={language}
        networks={networks}
        submitted={invalid?.submitted ?? submitted}
        problems={invalid?.problems ?? {}}
        about={invalid?.about ?? {}}
        cancel={
          <Link className="button quiet" to={`/${name}`}>
            <Trans>Cancel</Trans>
          </Link>
        }
      />
    </main>
  );
}

function allowed(visit: SignedInVisit, register: Register): void {
  if (!mayAdd(visit.viewer, visit.networks, register)) forbidden(visit);
}
