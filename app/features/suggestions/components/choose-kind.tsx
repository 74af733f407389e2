import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import { Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { SuggestCrumbs } from "./suggest-crumbs.tsx";

interface ChooseKindProps {
  board: Board;
  about: { ref: string; title: string; lang: string | null } | null;
  /** A reference that was typed and that no action has. */
  unknown: string | null;
}

/** The first question: what one would like to do. Each answer is a link, so that it is one thing at a time. */
export function ChooseKind({ board, about, unknown }: ChooseKindProps) {
  const on = about ? `action=${about.ref}` : `board=${board}`;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <SuggestCrumbs about={about} />
      <h1>
        <Trans>What would you like to suggest?</Trans>
      </h1>
      <p className="lead">
        <Trans>
          Everyone in the network reads it, and the coordinator of the board owes you an answer with a reason.
        </Trans>
      </p>
      <ul className="ways section">
        {about ? (
          <li>
            <Link to={`/suggestions/new?kind=amendment&${on}`}>
              <strong>
                <Trans>An amendment of {about.ref}</Trans>
              </strong>
              <span>
                <Trans>You edit a copy of the action: other words, another result, another quarter.</Trans>
              </span>
            </Link>
          </li>
        ) : (
          <li>
            <FindAction unknown={unknown} />
          </li>
        )}
        <li>
          <Link to={`/suggestions/new?kind=remark&${on}`}>
            <strong>{about ? <Trans>A remark on {about.ref}</Trans> : <Trans>A remark on a board</Trans>}</strong>
            <span>
              <Trans>Something to take into account, without proposing words.</Trans>
            </span>
          </Link>
        </li>
        <li>
          <Link to={`/suggestions/new?kind=new-action&board=${board}`}>
            <strong>
              <Trans>A new action</Trans>
            </strong>
            <span>
              <Trans>Something that the plan does not have yet.</Trans>
            </span>
          </Link>
        </li>
      </ul>
      <p className="hint">
        <Trans>
          Was it said at a workshop? A facilitator can <Link to="/suggestions/workshops">enter several at once</Link>,
          and <Link to="/suggestions/paper">print a form</Link> beforehand.
        </Trans>
      </p>
    </main>
  );
}

/** An amendment needs its action: by its reference, or found on its board. */
function FindAction({ unknown }: Pick<ChooseKindProps, "unknown">) {
  const { t } = useLingui();
  return (
    <Form action="/suggestions/new" className="find-action">
      <strong>
        <Trans>An amendment of an action</Trans>
      </strong>
      <span>
        <Trans>Open the action on its board and choose “Suggest a change”, or give its reference:</Trans>
      </span>
      <span className="buttons">
        <HiddenField name="kind" value="amendment" />
        <input
          className="input"
          name="action"
          required
          maxLength={100}
          defaultValue={unknown ?? undefined}
          placeholder="LOB-3"
          aria-invalid={unknown !== null || undefined}
          aria-describedby={unknown === null ? undefined : "unknown-action"}
          aria-label={t`The action’s reference, such as LOB-3`}
        />
        <button className="button">
          <Trans>Amend it</Trans>
        </button>
      </span>
      {unknown !== null && <Problem id="unknown-action" code="not-an-action" />}
    </Form>
  );
}
