import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { WordDiff } from "~/features/core/history/components/word-diff.tsx";
import { useFormat } from "~/ui/format.ts";
import { contextsLabels } from "../labels.ts";
import type { SinceLast } from "../queries.server.ts";

/** What changed since the last analysis of the same network, with the words struck and added. */
export function ChangedSince({ since }: { since: SinceLast | null }) {
  const { _ } = useLingui();
  const format = useFormat();
  const day = since && format.day(Date.parse(`${since.last.day}T00:00:00Z`));
  return (
    <section className="section" id="changed">
      <h2>
        <Trans>What changed since the last one</Trans>
      </h2>
      {since ? (
        <>
          <p>
            <Link to={`/contexts/${since.last.id}`} lang={since.last.lang ?? undefined}>
              {since.last.title}
            </Link>{" "}
            <span className="soft">{day}</span>
          </p>
          {since.texts.map(({ name, parts, lang }) => (
            <div key={name} className="context-change">
              <h3>{_(contextsLabels.fields[name].label)}</h3>
              {parts.some(({ kind }) => kind !== "same") ? (
                <WordDiff parts={parts} lang={lang ?? undefined} />
              ) : (
                <p className="soft">
                  <Trans>Nothing changed.</Trans>
                </p>
              )}
            </div>
          ))}
          {since.texts.length === 0 && (
            <p className="soft">
              <Trans>The two are written in different languages, so their words cannot be compared.</Trans>
            </p>
          )}
        </>
      ) : (
        <p className="empty">
          <Trans>It is the first of this network.</Trans>
        </p>
      )}
    </section>
  );
}
