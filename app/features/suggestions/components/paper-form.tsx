import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import { useHydrated } from "~/ui/hydrated.ts";
import type { PaperLabels } from "../paper.server.ts";
import { PaperLinks } from "./paper-links.tsx";

/** The sheet, and above it, on the screen alone, how to print it. */
export function PaperForm({ on, labels }: { on: Language; labels: PaperLabels }) {
  const hydrated = useHydrated();
  return (
    <main id="content" className="page narrow paper-page">
      <div className="screen-only">
        <p className="crumbs">
          <Link to="/suggestions/workshops">
            <Trans>Workshops</Trans>
          </Link>
        </p>
        <p className="buttons">
          {hydrated ? (
            <button type="button" className="button solid" onClick={() => window.print()}>
              <Trans>Print</Trans>
            </button>
          ) : (
            <span className="hint">
              <Trans>Print this page with your browser: the sheet alone is printed.</Trans>
            </span>
          )}
        </p>
        <PaperLinks />
      </div>
      <article className="sheet" lang={on}>
        <p className="wordmark">
          <span>
            INSP<b>!</b>R
          </span>
        </p>
        <h1>{labels.title}</h1>
        <p>{labels.lead}</p>
        <Boxes label={labels.kind} boxes={labels.kinds} />
        <Boxes label={labels.board} boxes={labels.boards} />
        <Lines label={labels.action} lines={1} />
        <Lines label={labels.what} lines={2} />
        <Lines label={labels.more} lines={4} />
        <Lines label={labels.why} lines={4} />
        <Lines label={labels.origin} lines={1} />
        <Boxes label={labels.voice} boxes={labels.voices} />
        <Lines label={labels.mandate} lines={1} />
        <Lines label={labels.name} lines={1} />
        <p className="hint">{labels.facilitator}</p>
      </article>
    </main>
  );
}

function Boxes({ label, boxes }: { label: string; boxes: string[] }) {
  return (
    <p className="boxes">
      <strong>{label}</strong>
      {boxes.map((box) => (
        <span key={box}>☐ {box}</span>
      ))}
    </p>
  );
}

function Lines({ label, lines }: { label: string; lines: number }) {
  return (
    <div className="sheet-lines" style={{ "--lines": lines } as React.CSSProperties}>
      <strong>{label}</strong>
      <span />
    </div>
  );
}
