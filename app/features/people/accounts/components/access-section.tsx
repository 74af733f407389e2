import { Trans } from "@lingui/react/macro";
import { Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import type { ProblemCode } from "~/ui/problems.ts";

interface AccessSectionProps {
  /** Milliseconds; null for somebody who may come in. */
  suspendedAt: number | null;
  problem: ProblemCode | undefined;
}

/** Whether somebody may come in: suspending asks once more first, letting in again does not. */
export function AccessSection({ suspendedAt, problem }: AccessSectionProps) {
  const format = useFormat();
  const since = suspendedAt && format.dayOf(suspendedAt);
  return (
    <section className="section">
      <h2>
        <Trans>Access</Trans>
      </h2>
      {problem && (
        <p className="notice wrong" role="alert">
          <Problem id="access-problem" code={problem} />
        </p>
      )}
      {since ? (
        <Form method="post" className="form">
          <p>
            <Trans>Suspended since {since}: cannot come in by any way.</Trans>
          </p>
          <p className="buttons">
            <button className="button" name="intent" value="restore">
              <Trans>Let them in again</Trans>
            </button>
          </p>
        </Form>
      ) : (
        <details className="suspend">
          <summary className="button">
            <Trans>Suspend…</Trans>
          </summary>
          <Form method="post" className="form">
            <p>
              <Trans>
                Suspending ends their sessions at once. What they did stays in history, and they can be let in again.
              </Trans>
            </p>
            <p className="buttons">
              <button className="button solid" name="intent" value="suspend">
                <Trans>Suspend now</Trans>
              </button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}
