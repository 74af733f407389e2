import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { isMultipart } from "~/features/core/multipart.server.ts";
import { networkOptions } from "~/features/core/network-tree.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { withUpload } from "~/features/plan/documents/upload.server.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { labelsFor } from "~/features/tools/engine/all-labels.ts";
import { EntryParts } from "~/features/tools/engine/components/entry-parts.tsx";
import { PartConflict } from "~/features/tools/engine/components/part-conflict.tsx";
import { PartForm } from "~/features/tools/engine/components/part-form.tsx";
import { type Fields, fileField } from "~/features/tools/engine/field.ts";
import { listsOf, networksIn, valuesForForm } from "~/features/tools/engine/form.server.ts";
import { entryOf, isFull, partNetworks } from "~/features/tools/engine/pages.server.ts";
import { partByForm } from "~/features/tools/engine/part-form.server.ts";
import { mayEditPart, partsOf } from "~/features/tools/engine/parts.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { forTool, requestedEntry } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forTool((visit, register) => {
  const { found, kind, definition, labels } = asked(visit, register);
  const { db, viewer, networks, language, url, i18n } = visit;
  const kept = loadFormDraft(visit);
  // The server has read a file away that was too large to come in at all: its form says so.
  const tooLarge = visit.context.refusal?.reason === "too-large";
  const edited = Number(url.searchParams.get("edit")) || Number(kept?.get("part")) || null;
  const parts = partsOf(db, [found.row.id]).filter((one) => one.kind === kind);
  const row = edited ? parts.find(({ id }) => id === edited) : undefined;
  const own = new Set(
    partNetworks(viewer, networks, register, found.network, definition, row?.networkId).map(({ id }) => id),
  );
  const all = networkOptions(
    networks,
    language,
    row ? networksIn(definition, { networkId: row.networkId ?? 0, values: row.fields }) : [],
  );
  const shown = {
    register: register.name,
    kind,
    language,
    tooLarge,
    entry: entryOf(visit, register, found),
    full: !row && !kept && isFull(definition, found.row.fields, parts),
    which: row ? { id: row.id, version: row.version } : null,
    submitted: kept
      ? submittedIn(kept, listsOf(definition.fields))
      : row
        ? {
            ...valuesForForm(definition.fields, row.fields, language),
            network: String(row.networkId ?? ""),
            language: row.language ?? language,
          }
        : {},
    networks: { own: all.filter(({ id }) => own.has(id)), all },
    nameless: mayEditPart(viewer, register, found.network, definition, null),
    title: i18n._(row ? labels.heading : labels.add),
  };
  return data(shown, { status: tooLarge ? 413 : 200 });
});

/** Enters, changes or removes a part of the entry. */
export const action = forTool(async (visit, register) => {
  const { found, kind, definition } = asked(visit, register);
  const { request } = visit;
  const of = { entryId: found.row.id, kind, definition };
  const result =
    (fileField(definition.fields) && isMultipart(request)
      ? await withUpload(request, visit.by, (form, came) => partByForm(visit, register, of, form, came))
      : partByForm(visit, register, of, await request.formData())) ?? badRequest(visit);
  // A form with a file reads its problems there, when a script has sent it (features/plan/documents/components/use-upload.ts).
  if (!result.ok)
    return data(result, { status: result.status, headers: { "X-Problems": JSON.stringify(result.problems) } });
  return redirect(`/${register.name}/${found.row.id}#${kind}`, { headers: { "Set-Cookie": forgetting } });
});

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = registerStyle;

/** One thing is entered under an entry, or changed. */
export default function PartPage() {
  const page = useLoaderData<typeof loader>();
  const { register: name, kind, entry, language, submitted, networks, nameless, tooLarge, full } = page;
  const answer = useActionData<typeof action>();
  const { _ } = useLingui();
  const register = registerOf(name);
  const definition = register?.parts[kind];
  const part = entry.parts.find((one) => one.kind === kind);
  const labels = register && labelsFor(register).parts[kind];
  if (!register || !definition || !labels || !part) return null;
  const back = answer && "problems" in answer ? answer : null;
  const now = back?.id ? part.rows.find(({ id }) => id === back.id) : undefined;
  const which = back ? (now ? { id: now.id, version: now.version } : null) : page.which;
  return (
    <main id="content" className="page narrow" data-board={register.board}>
      <p className="crumbs">
        <Link to={`/${name}/${entry.id}`} lang={entry.lang ?? undefined}>
          {entry.title}
        </Link>
      </p>
      <h1>{which ? _(labels.heading) : _(labels.add)}</h1>
      {back?.status === 409 && <PartConflict removed={!now} />}
      {back?.status === 409 && now && (
        <EntryParts
          register={register}
          entry={entry}
          part={{ ...part, mayAdd: false, rows: [{ ...now, mayKeep: false }] }}
        />
      )}
      <FormNotices problems={(back !== null && back.status !== 409) || tooLarge} />
      {full && !back ? (
        <Notice>
          <Trans>All places are taken.</Trans>
        </Notice>
      ) : (
        <PartForm
          key={`${name} ${entry.id} ${kind} ${which?.id} ${which?.version}`}
          definition={definition}
          labels={labels}
          language={language}
          networks={networks}
          nameless={nameless}
          {...(which && { which })}
          submitted={back ? { ...back.submitted, ...fileNamed(definition.fields, submitted) } : submitted}
          problems={back?.problems ?? problemsBefore(part.closed, tooLarge)}
          about={back?.about ?? {}}
          cancel={
            <Link className="button quiet" to={`/${name}/${entry.id}#${kind}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      )}
    </main>
  );
}

/** What is wrong before anything was sent: it takes nothing more, or what was sent was too large to be read. */
function problemsBefore(closed: ProblemCode | null, tooLarge: boolean): Record<string, ProblemCode> {
  return { ...(closed && { network: closed }), ...(tooLarge && { file: "file-too-large" }) };
}

/** The name of the file that a part has already: a form that came back without another one still says it. */
function fileNamed(fields: Fields, { file }: Submitted): Submitted {
  return fileField(fields) && file ? { file } : {};
}

function asked(visit: SignedInVisit, register: Register) {
  const found = requestedEntry(visit, register);
  const kind = visit.params.kind ?? "";
  const definition = Object.hasOwn(register.parts, kind) ? register.parts[kind] : undefined;
  if (!definition || found.row.removedAt) return notFound(visit);
  const labels = labelsFor(register).parts[kind] ?? notFound(visit);
  const part = { found, kind, definition, labels };
  if (mayEditPart(visit.viewer, register, found.network, definition, null)) return part;
  const some = partNetworks(visit.viewer, visit.networks, register, found.network, definition).length > 0;
  return definition.network && some ? part : forbidden(visit);
}
