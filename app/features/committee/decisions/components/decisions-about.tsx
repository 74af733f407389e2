import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "~/ui/format.ts";
import type { DecisionAbout } from "../about.server.ts";
import { DecisionMark } from "./decision-mark.tsx";

/**
 * The committee's decisions on the page of what they concern. Its heading comes from the page: the words of decisions are in a
 * catalog that boards and suggestions do not load.
 */
export function DecisionsAbout({ decisions, heading }: { decisions: DecisionAbout[]; heading: ReactNode }) {
  const format = useFormat();
  if (decisions.length === 0) return null;
  return (
    <section className="section" id="decisions">
      <h2>{heading}</h2>
      <ul className="rows">
        {decisions.map(({ id, state, text, lang, quarter }) => (
          <li key={id} data-decision={id} data-state={state}>
            <Link to={`/decisions/${id}`} lang={lang ?? undefined}>
              {text}
            </Link>{" "}
            <DecisionMark state={state} /> <small className="soft">{format.quarter(quarter)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
