import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { ADOPTIONS, type Language, type Level, type Stage } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { Notice } from "~/ui/notice.tsx";
import type { Link as NetworkLink } from "../queries.server.ts";
import { byHow, rollUp } from "../roll-up.ts";
import { isBound } from "../rule.ts";
import { AdoptionMark } from "./adoption-mark.tsx";

interface StrengthensProps {
  ref_: string;
  level: Level;
  stage: Stage;
  links: NetworkLink[];
  mayWork: boolean;
  /** What has just been done with one of the links: `answered`, `saved` or null. */
  done: string | null;
}

/** The networks that an action strengthens: how, what each answered, with which action of its own, and who has not answered. */
export function Strengthens({ ref_: ref, level, stage, links, mayWork, done }: StrengthensProps) {
  if (links.length === 0 && level !== "international" && !mayWork) return null;
  return (
    <section className="section strengthens" id="strengthens">
      <h2>
        <Trans>Strengthens</Trans>
      </h2>
      {done === "answered" && (
        <Notice>
          <Trans>The answer of the network is saved.</Trans>
        </Notice>
      )}
      {done === "saved" && (
        <Notice>
          <Trans>Your change is saved.</Trans>
        </Notice>
      )}
      {links.length === 0 ? <NoneYet level={level} stage={stage} /> : <Answered links={links} />}
      {byHow(links).map(([how, of]) => (
        <div key={how?.text} className="strengthened">
          {how && <p lang={how.language}>{how.text}</p>}
          <ul className="rows">
            {of.map((link) => (
              <NetworkRow key={link.network.slug} ref_={ref} link={link} mayWork={mayWork} />
            ))}
          </ul>
        </div>
      ))}
      {mayWork && (
        <p className="buttons">
          <Link className="button" to={`/actions/${ref}/strengthens`}>
            {links.length === 0 ? <Trans>Name the networks</Trans> : <Trans>Name more networks</Trans>}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What it means that no network is named: for an international action, whether it can be planned. */
export function NoneYet({ level, stage }: { level: Level; stage: Stage }) {
  if (level !== "international")
    return (
      <p className="soft">
        <Trans>It names no network that it strengthens.</Trans>
      </p>
    );
  if (isBound({ level, stage }))
    return (
      <p>
        <strong className="to-link">
          <span aria-hidden>○</span> <Trans>Still to be linked</Trans>
        </strong>{" "}
        <Trans>
          It does not say yet which national and continental networks it strengthens. It stays where it stands.
        </Trans>
      </p>
    );
  return (
    <p>
      <Trans>
        It names no network yet. An international action strengthens what national and continental networks do: it can
        be planned once it names one of them.
      </Trans>
    </p>
  );
}

/** "11 of 19 networks have answered", how, and who has not. */
function Answered({ links }: { links: NetworkLink[] }) {
  const labels = useLabels();
  const format = useFormat();
  const { total, answered, by } = rollUp(links.map(({ answer }) => answer));
  const counted = ADOPTIONS.filter((one) => by[one] > 0).map(
    (one) => `${labels.adoption(one)}: ${format.number(by[one])}`,
  );
  const waiting = format.list(links.filter(({ answer }) => !answer).map(({ network }) => network.name));
  return (
    <div className="roll-up">
      <p>
        <strong>
          <Plural
            value={total}
            one={`${answered} of # network has answered`}
            other={`${answered} of # networks have answered`}
          />
        </strong>
        {counted.length > 0 && <span className="soft"> · {counted.join(" · ")}</span>}
      </p>
      <span className="bar-of">
        <i style={{ width: `${(answered / total) * 100}%` }} />
      </span>
      {waiting && (
        <p className="soft">
          <Trans>Not answered yet: {waiting}</Trans>
        </p>
      )}
    </div>
  );
}

function NetworkRow({ ref_: ref, link, mayWork }: { ref_: string; link: NetworkLink; mayWork: boolean }) {
  const { network, answer, note, own, by, mayAnswer } = link;
  const page = `/actions/${ref}/strengthens/${network.slug}`;
  const { name } = network;
  return (
    <li data-network={network.slug}>
      <p className="strengthened-head">
        <Link to={`/networks/${network.slug}`}>{name}</Link> <AdoptionMark answer={answer} />
        {(mayAnswer || mayWork) && (
          <Link className="quiet-link" to={page}>
            {mayAnswer ? (
              answer ? (
                <Trans>Change the answer of {name}</Trans>
              ) : (
                <Trans>Answer as {name}</Trans>
              )
            ) : (
              <Trans>Change what is said of {name}</Trans>
            )}
          </Link>
        )}
      </p>
      {note && (
        <blockquote lang={note.language}>
          {note.text} {by && <small className="soft">{by}</small>}
        </blockquote>
      )}
      {own && <OwnAction own={own} />}
    </li>
  );
}

export function OwnAction({ own }: { own: { ref: string; title: string; lang: Language | null; stage: Stage } }) {
  const labels = useLabels();
  return (
    <p>
      <small className="soft">
        <Trans>Its own action:</Trans>
      </small>{" "}
      <Link to={`/actions/${own.ref}`} lang={own.lang ?? undefined}>
        {own.ref} {own.title}
      </Link>{" "}
      <small className="soft">{labels.stage(own.stage)}</small>
    </p>
  );
}
