import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Submitted } from "~/features/core/forms.server.ts";
import { entryName } from "~/features/core/references.ts";
import { RelatedEntries } from "~/features/tools/engine/related/related-entries.tsx";
import { Field } from "~/ui/field.tsx";
import { Fold } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Markdown } from "~/ui/markdown.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { labelsFor } from "../all-labels.ts";
import type { EntryShown } from "../pages.server.ts";
import type { Register } from "../register.ts";
import { EntryFacts } from "./entry-facts.tsx";
import { EntryParts } from "./entry-parts.tsx";

interface EntryViewProps {
  register: Register;
  entry: EntryShown;
  /** Whether what was sent came too late. */
  /** What the form came back with that removes the entry, or brings it back. */
  answer?: { stale: boolean; problems: Record<string, ProblemCode>; submitted: Submitted } | undefined;
  /** What this register alone shows, between the paragraphs and the parts. */
  children?: ReactNode;
  /** How this register alone shows what was entered of a kind, instead of the rows that all have. */
  own?: Partial<Record<string, ReactNode>>;
  /** Its newest history, at the foot. */
  history: ReactNode;
}

/** An entry's own page: what it says, the actions that it is joined to, what belongs to it, its history. */
export function EntryView({ register, entry, answer, children, own, history }: EntryViewProps) {
  const { _ } = useLingui();
  const labels = labelsFor(register);
  const { stage } = useLabels();
  const { id, title, lang, version, removed, mayKeep, prose, actions, leading, parts } = entry;
  return (
    <main id="content" className="page entry" data-board={register.board} data-entry={id}>
      <p className="crumbs">
        <Link to={`/${register.name}`}>{_(REGISTER_NAMES[register.name])}</Link>
        <span className="ref">{entryName(id)}</span>
      </p>
      <header className="page-head">
        <h1 lang={lang ?? undefined}>{title}</h1>
        <p className="buttons">
          {mayKeep && !removed && (
            <Link className="button" to={`/${register.name}/${id}/edit`}>
              <Trans>Change</Trans>
            </Link>
          )}
        </p>
      </header>
      {answer?.stale && (
        <Notice wrong>
          <Trans>Somebody changed it meanwhile, so nothing was done. This is how it stands now.</Trans>
        </Notice>
      )}
      {removed && (
        <Notice>
          <p>
            <Trans>It has been removed from its list. What it said stays readable here.</Trans>
          </p>
          {mayKeep && (
            <Form method="post">
              <HiddenField name="version" value={version} />
              <button className="button" name="intent" value="restore">
                <Trans>Bring it back</Trans>
              </button>
            </Form>
          )}
        </Notice>
      )}
      <EntryFacts register={register} entry={entry} />
      {prose.map(({ name, html, lang: written }) => {
        const field = labels.fields[name];
        return (
          <section className="section" key={name}>
            <h2>{field && _(field.label)}</h2>
            <Markdown html={html} lang={written ?? undefined} />
          </section>
        );
      })}
      {children}
      {actions.length > 0 && (
        <section className="section">
          <h2>{_(labels.actions)}</h2>
          <ul className="rows joined-actions">
            {actions.map((action) => (
              <li key={action.ref} data-board={action.board}>
                <Link to={`/actions/${action.ref}`} lang={action.lang ?? undefined}>
                  <span className="ref">{action.ref}</span> {action.title}
                </Link>
                <span className="soft">{stage(action.stage)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RelatedEntries entries={leading} />
      {parts.map((part) => (
        <EntryParts key={part.kind} register={register} entry={entry} part={part}>
          {own?.[part.kind]}
        </EntryParts>
      ))}
      {history}
      {mayKeep && !removed && (
        <Fold label={<Trans>Remove it from its list</Trans>} open={Boolean(answer?.problems.why)}>
          <Form method="post" className="form">
            <HiddenField name="version" value={version} />
            <Field name="why" label={<Trans>Why</Trans>} problem={answer?.problems.why}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  data-most={2000}
                  defaultValue={String(answer?.submitted.why ?? "")}
                />
              )}
            </Field>
            <button className="button" name="intent" value="remove">
              <Trans>Remove</Trans>
            </button>
          </Form>
        </Fold>
      )}
    </main>
  );
}
