import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { mayEditEntry } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { EntryConflict } from "~/features/tools/engine/components/entry-conflict.tsx";
import { EntryForm } from "~/features/tools/engine/components/entry-form.tsx";
import { listsOf, networkChoices, networksIn, parseEntry, readSubmitted } from "~/features/tools/engine/form.server.ts";
import { editEntry, inputOf } from "~/features/tools/engine/mutations.server.ts";
import { entryOf } from "~/features/tools/engine/pages.server.ts";
import type { FoundEntry } from "~/features/tools/engine/queries.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { versionSchema } from "~/features/tools/engine/schemas.ts";
import { forTool, requestedEntry } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { registerStyle } from "~/ui/register-style.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forTool((visit, register) => {
  const found = editable(visit, register);
  const { db, viewer, networks, language } = visit;
  const kept = loadFormDraft(visit);
  const entry = entryOf(visit, register, found);
  const input = inputOf(db, register, found.row);
  return {
    register: register.name,
    language,
    entry,
    title: entry.title,
    submitted: kept ? submittedIn(kept, listsOf(register.fields)) : readSubmitted(register, input, language),
    networks: networkChoices(viewer, networks, language, register, networksIn(register, input)),
  };
});

export const action = forTool(async (visit, register) => {
  const found = editable(visit, register);
  const form = await visit.request.formData();
  const version = parseForm(versionSchema, form);
  if (!version.ok) return badRequest(visit);
  const parsed = parseEntry(visit, register, form, networksIn(register, inputOf(visit.db, register, found.row)));
  if (!parsed.ok) return data({ ...parsed, stale: false }, { status: 422 });
  const which = { id: found.row.id, ...version.value };
  const { status } = editEntry(visit.db, visit.by, visit.viewer, register, which, parsed.value);
  if (status === "stale") {
    const submitted = submittedIn(form, listsOf(register.fields));
    return data({ ok: false as const, problems: {}, about: {}, submitted, stale: true }, { status: 409 });
  }
  return redirect(`/${register.name}/${found.row.id}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = registerStyle;

/** An entry is changed. */
export default function EditEntryPage() {
  const { register: name, entry, language, submitted, networks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const register = registerOf(name);
  const invalid = answer && "problems" in answer ? answer : null;
  if (!register) return null;
  return (
    <main id="content" className="page narrow" data-board={register.board}>
      <p className="crumbs">
        <Link to={`/${name}/${entry.id}`} lang={entry.lang ?? undefined}>
          {entry.title}
        </Link>
      </p>
      <h1>
        <Trans>Change it</Trans>
      </h1>
      {invalid?.stale && <EntryConflict register={register} entry={entry} />}
      <FormNotices problems={invalid !== null && !invalid.stale} />
      <EntryForm
        key={`${name} ${entry.id} ${entry.version}`}
        register={register}
        language={language}
        networks={networks}
        version={entry.version}
        submitted={invalid?.submitted ?? submitted}
        problems={invalid?.problems ?? {}}
        about={invalid?.about ?? {}}
        cancel={
          <Link className="button quiet" to={`/${name}/${entry.id}`}>
            <Trans>Cancel</Trans>
          </Link>
        }
      />
    </main>
  );
}

function editable(visit: SignedInVisit, register: Register): FoundEntry {
  const found = requestedEntry(visit, register);
  if (found.row.removedAt) return notFound(visit);
  if (!mayEditEntry(visit.viewer, { ...register, network: found.network })) return forbidden(visit);
  return found;
}
