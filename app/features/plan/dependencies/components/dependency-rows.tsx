import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { Dependency, DependencyStatus } from "../queries.server.ts";

interface DependencyRowsProps {
  of: Dependency[];
  /** Whether each carries the button that removes it. */
  removable?: boolean;
}

/** The other ends of dependencies: each with its board's mark, its stage, whether it is fulfilled, and why. */
export function DependencyRows({ of, removable = false }: DependencyRowsProps) {
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <ul className="rows dependencies">
      {of.map(({ id, ref, title, lang, board, stage, why, status }) => (
        <li key={id} data-board={board} data-dependency={ref}>
          <p className="alone">
            <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
              {ref} {title}
            </Link>
          </p>
          <p className="of">
            <StatusMark status={status} />
            <span>
              {labels.boardShort(board)} · {labels.stage(stage)}
            </span>
          </p>
          <p className="dependency-why">{why}</p>
          {removable && (
            <Form method="post" preventScrollReset>
              <HiddenField name="id" value={id} />
              <button className="button quiet" name="intent" value="remove" aria-label={t`Remove ${ref}`}>
                <Trans>Remove</Trans>
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** ✓ fulfilled, ◌ still waiting, ✕ dropped: a shape beside the word. */
const GLYPH: Record<DependencyStatus, string> = { fulfilled: "✓", waiting: "◌", dropped: "✕" };

function StatusMark({ status }: { status: DependencyStatus }) {
  return (
    <span className={status === "dropped" ? "overdue" : "dependency-status"} data-status={status}>
      <span aria-hidden>{GLYPH[status]}</span> {STATUS_LABEL[status]}
    </span>
  );
}

const STATUS_LABEL: Record<DependencyStatus, ReactNode> = {
  fulfilled: <Trans>Fulfilled</Trans>,
  waiting: <Trans>Still awaited</Trans>,
  dropped: <Trans>Dropped: it will not come</Trans>,
};
