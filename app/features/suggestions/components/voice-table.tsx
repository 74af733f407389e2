import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "~/ui/format.ts";
import { ScrollBox } from "~/ui/scroll-box.tsx";
import type { VoiceRow } from "../voice.server.ts";
import type { VoiceFigures } from "../voice.ts";

/** Every figure of every network: on a phone it scrolls by itself. */
export function VoiceTable({ rows, whole }: { rows: VoiceRow[]; whole: VoiceFigures }) {
  return (
    <section className="section">
      <h2 id="voice-figures">
        <Trans>The figures</Trans>
      </h2>
      <ScrollBox labelledBy="voice-figures">
        <table className="table voice-table">
          <caption className="unseen">
            <Trans>Suggestions by network, and what became of them</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Network</Trans>
              </th>
              {COLUMNS.map(({ key, head }) => (
                <th key={key} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, slug, name, kind, ...figures }) => (
              <tr key={id} data-kind={kind}>
                <th scope="row">
                  <Link to={`/networks/${slug}`}>{name}</Link>
                </th>
                <Cells figures={figures} />
              </tr>
            ))}
            <tr data-kind="whole">
              <th scope="row">
                <Trans>The whole network</Trans>
              </th>
              <Cells figures={whole} />
            </tr>
          </tbody>
        </table>
      </ScrollBox>
      <p className="hint">
        <Trans>
          A continent’s row counts its countries too. Merged suggestions count with what became of the one that
          remained. A promise is kept when the answer comes by its day. The share of the plan counts live actions that
          came of a suggestion or were shaped by one, whenever it was made.
        </Trans>
      </p>
    </section>
  );
}

function Cells({ figures }: { figures: VoiceFigures }) {
  const format = useFormat();
  return (
    <>
      {COLUMNS.map(({ key, show }) => (
        <td key={key} className="number">
          {show(figures, format)}
        </td>
      ))}
    </>
  );
}

type Format = ReturnType<typeof useFormat>;

const NONE = "–";
const percent = (value: number | null, format: Format) => (value === null ? NONE : format.percent(value));

const COLUMNS: { key: string; head: ReactNode; show: (figures: VoiceFigures, format: Format) => ReactNode }[] = [
  { key: "made", head: <Trans>Made</Trans>, show: (f) => f.made },
  { key: "supported", head: <Trans>Supported</Trans>, show: (f) => f.supported },
  { key: "accepted", head: <Trans>Accepted</Trans>, show: (f) => f.accepted },
  { key: "partly", head: <Trans>In part</Trans>, show: (f) => f.partly },
  { key: "declined", head: <Trans>Declined</Trans>, show: (f) => f.declined },
  {
    key: "days",
    head: <Trans>Median days to an answer</Trans>,
    show: (f, format) => (f.medianDays === null ? NONE : format.number(f.medianDays)),
  },
  {
    key: "promises",
    head: <Trans>Promises kept</Trans>,
    show: (f) => (f.deadlinesEnded === 0 ? NONE : `${f.deadlinesMet}/${f.deadlinesEnded}`),
  },
  { key: "plan", head: <Trans>Share of the live plan</Trans>, show: (f, format) => percent(f.shareOfPlan, format) },
  {
    key: "members",
    head: <Trans>Share of the member organisations</Trans>,
    show: (f, format) => percent(f.shareOfOrganisations, format),
  },
];
