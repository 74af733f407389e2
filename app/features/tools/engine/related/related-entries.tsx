import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import type { NamedEntry } from "../linked.server.ts";

/** What the boards' tools hold of an action or of another entry; nothing where they hold nothing. */
export function RelatedEntries({ entries }: { entries: NamedEntry[] }) {
  const { _ } = useLingui();
  if (entries.length === 0) return null;
  return (
    <section className="section" id="tools">
      <h2>
        <Trans>In the boards’ tools</Trans>
      </h2>
      <ul className="rows around-entries">
        {entries.map(({ id, register, title, lang }) => (
          <li key={id}>
            <Link to={`/${register}/${id}`} lang={lang ?? undefined}>
              {title}
            </Link>
            <span className="soft">{_(REGISTER_NAMES[register])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
