import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { ThrowAway } from "./throw-away.tsx";

/** What one is still writing: seen by nobody else. */
export function Drafts({ drafts }: { drafts: { id: number; title: string; at: number }[] }) {
  const format = useFormat();
  if (drafts.length === 0) return null;
  return (
    <section className="drafts">
      <h2>
        <Trans>Drafts</Trans>
      </h2>
      <ul className="rows">
        {drafts.map(({ id, title, at }) => (
          <li key={id}>
            <Link to={`/suggestions/new?draft=${id}`}>{title || <Trans>Without a title yet</Trans>}</Link>{" "}
            <small className="soft">{format.instant(at)}</small>
            <ThrowAway draft={id} action="/suggestions/drafts" />
          </li>
        ))}
      </ul>
    </section>
  );
}
