import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { entryName } from "~/features/core/references.ts";
import type { NamedEntry } from "~/features/tools/engine/linked.server.ts";

interface LessonsLearntProps {
  exchange: number;
  /** The actions that the exchange belongs to: a lesson comes from them too. */
  refs: string[];
  lessons: NamedEntry[];
  /** Whether it has begun, and the viewer may write down what was learnt. */
  mayWrite: boolean;
}

/** What was learnt from an exchange, with the way to write it down; nothing while there is neither. */
export function LessonsLearnt({ exchange, refs, lessons, mayWrite }: LessonsLearntProps) {
  if (lessons.length === 0 && !mayWrite) return null;
  const query = new URLSearchParams({ exchange: entryName(exchange), action: refs.join(", ") });
  return (
    <section className="section" id="learnt">
      <header className="section-head">
        <h2>
          <Trans>What was learnt</Trans>
        </h2>
        {mayWrite && (
          <Link className="button" to={`/library/new?${query}`}>
            <Trans>Write down what was learnt</Trans>
          </Link>
        )}
      </header>
      {lessons.length === 0 ? (
        <p className="empty">
          <Trans>Nothing is written down of it yet.</Trans>
        </p>
      ) : (
        <ul className="rows">
          {lessons.map(({ id, title, lang }) => (
            <li key={id}>
              <Link to={`/library/${id}`} lang={lang ?? undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
