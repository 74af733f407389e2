import { useLingui } from "@lingui/react";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import type { Found } from "../found.ts";
import { KIND } from "./kind-labels.ts";
import { Marked } from "./marked.tsx";

/** What was found, best first, each with what it is and where it stands. */
export function FoundList({ found }: { found: Found[] }) {
  return (
    <ol className="rows hits">
      {found.map((one) => (
        <li key={`${one.kind} ${one.to}`} data-found={one.kind} data-board={one.board ?? undefined}>
          <p className="found-what soft">
            <WhatItIs found={one} />
          </p>
          <Link className="found-title" to={one.to} lang={one.lang ?? undefined}>
            <Marked text={one.title} />
          </Link>
          {one.text && (
            <p className="found-text" lang={one.textLang ?? undefined}>
              <Marked text={one.text} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** "Action · LOB-3 · Lobbying · Under way". */
export function WhatItIs({ found }: { found: Found }) {
  const { _ } = useLingui();
  const words = useLabels();
  const format = useFormat();
  const { kind, ref, board, stage, state, decisionState, quarter, origin, networkKind, register } = found;
  return [
    networkKind ? words.kind(networkKind) : _(register ? REGISTER_NAMES[register] : KIND[kind]),
    ref,
    board && words.boardShort(board),
    stage && words.stage(stage),
    state && words.suggestionState(state),
    decisionState && words.decisionState(decisionState),
    quarter && format.quarter(quarter),
    origin,
  ]
    .filter(Boolean)
    .join(" · ");
}
