import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Pages } from "~/ui/pages.tsx";
import type { linksTo } from "../queries.server.ts";
import { AdoptionMark } from "./adoption-mark.tsx";

interface NetworkLinksProps {
  slug: string;
  strengthened: ReturnType<typeof linksTo>;
  mayAnswer: boolean;
  /** A network that has closed owes no answer any more. */
  closed: boolean;
}

/** On a network's page: the actions that strengthen it, those first to which it owes an answer. */
export function NetworkLinks({ slug, strengthened, mayAnswer, closed }: NetworkLinksProps) {
  const { total, owed, links, page, pages } = strengthened;
  return (
    <section className="network-links" id="strengthened">
      <h2>
        <Plural value={total} one="Strengthened by # action" other="Strengthened by # actions" />
      </h2>
      {total === 0 ? (
        <p className="soft">
          <Trans>No action of the plan says yet that it strengthens this network.</Trans>
        </p>
      ) : closed && owed > 0 ? null : (
        <p className={owed > 0 ? undefined : "soft"}>
          <Plural
            value={owed}
            _0="Every one of them has its answer."
            one="# of them waits for its answer."
            other="# of them wait for its answer."
          />
        </p>
      )}
      <ul className="rows">
        {links.map(({ ref, board, title, lang, answer, own, how }) => (
          <li key={ref} data-board={board} data-action={ref}>
            <p className="strengthened-head">
              <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
                {ref} {title}
              </Link>{" "}
              <AdoptionMark answer={answer} />
            </p>
            {how && (
              <p className="soft" lang={how.language}>
                {how.text}
              </p>
            )}
            {own && (
              <p>
                <small className="soft">
                  <Trans>Its own action:</Trans>
                </small>{" "}
                <Link to={`/actions/${own}`}>{own}</Link>
              </p>
            )}
            {mayAnswer && (
              <Link className={answer ? "quiet-link" : "button"} to={`/actions/${ref}/strengthens/${slug}`}>
                {answer ? <Trans>Change the answer</Trans> : <Trans>Answer {ref}</Trans>}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <Pages page={page} pages={pages} name="links" />
    </section>
  );
}
