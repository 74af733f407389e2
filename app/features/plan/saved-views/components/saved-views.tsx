import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type BoardScope, scopePath } from "~/features/plan/boards/scope.ts";
import { Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface Kept {
  id: number;
  name: string;
  query: string;
  forAll: boolean;
  /** Whose it is; null for the reader's own. */
  owner: string | null;
  mayChange: boolean;
}

interface SavedViewsProps {
  board: BoardScope;
  views: Kept[];
  refused: { of: string; problems: Record<string, ProblemCode> } | null;
}

/** The views that the reader sees, each with a link; their own to be renamed and removed. */
export function SavedViews({ board, views, refused }: SavedViewsProps) {
  return (
    <section className="section">
      <h2>{board === "plan" ? <Trans>Views of the plan</Trans> : <Trans>Views of this board</Trans>}</h2>
      {views.length === 0 ? (
        <p className="empty">
          <Trans>None is saved yet. The first one is saved with the form above.</Trans>
        </p>
      ) : (
        <ul className="rows kept-views">
          {views.map((view) => (
            <li key={view.id} data-view={view.id}>
              <p>
                <Link to={`${scopePath(board)}${view.query ? `?${view.query}` : ""}`}>{view.name}</Link>{" "}
                <span className="soft">
                  {!view.forAll ? (
                    <Trans>for you alone</Trans>
                  ) : view.owner ? (
                    <Trans>for all, by {view.owner}</Trans>
                  ) : (
                    <Trans>for all, by you</Trans>
                  )}
                </span>
              </p>
              {view.mayChange && (
                <Change view={view} problem={refused?.of === String(view.id) ? refused.problems.name : undefined} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Change({ view: { id, name }, problem }: { view: Kept; problem: ProblemCode | undefined }) {
  const { t } = useLingui();
  const described = problem && `view-${id}-problem`;
  return (
    <div className="buttons">
      <Form method="post" className="buttons" key={name} noValidate>
        <HiddenField name="intent" value="rename" />
        <HiddenField name="id" value={id} />
        <input
          className="input"
          name="name"
          defaultValue={name}
          data-most={80}
          aria-label={t`New name of “${name}”`}
          aria-describedby={described}
          aria-invalid={problem ? true : undefined}
        />
        <button className="button">
          <Trans>Rename</Trans>
        </button>
      </Form>
      <Form method="post">
        <HiddenField name="intent" value="remove" />
        <HiddenField name="id" value={id} />
        <button className="button quiet" aria-label={t`Remove “${name}”`}>
          <Trans>Remove</Trans>
        </button>
      </Form>
      {problem && <Problem id={`view-${id}-problem`} code={problem} />}
    </div>
  );
}
