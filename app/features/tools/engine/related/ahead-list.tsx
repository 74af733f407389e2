import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import type { Ahead } from "../ahead.server.ts";

/** What lies ahead in the boards' own tools: meetings, deadlines, and what is owed and late. */
export function AheadList({ ahead }: { ahead: Ahead[] }) {
  const { _ } = useLingui();
  const format = useFormat();
  return (
    <section>
      <h2>
        <Trans>What lies ahead</Trans>
      </h2>
      {ahead.length === 0 && (
        <p className="empty">
          <Trans>No meeting and no deadline is entered yet. The boards’ tools have a place for them.</Trans>
        </p>
      )}
      <ul className="lines ahead">
        {ahead.map(({ id, register, board, title, lang, network, day, late }) => (
          <li key={id} data-board={board}>
            <small className="ref">{format.day(Date.parse(`${day}T00:00:00Z`))}</small>
            <span>
              <Link to={`/${register}/${id}`} lang={lang ?? undefined}>
                {title}
              </Link>
              <small>
                {_(REGISTER_NAMES[register])} · {network}
                {late && (
                  <>
                    {" · "}
                    <span className="overdue">
                      <Trans context="a deadline">late</Trans>
                    </span>
                  </>
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
