import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useFormat } from "~/ui/format.ts";
import { type Rates, REPORTING } from "../money.ts";
import { FIGURES, type Figures, type Totals } from "../totals.ts";
import { RateList } from "./rate-list.tsx";
import { useFigures } from "./use-figures.ts";
import { useStages } from "./use-stages.ts";

interface TotalsTablesProps {
  totals: Totals;
  rates: Rates;
  /** The continents' names, by id. */
  continents: Record<number, string>;
}

/** What the streams come to, by stage, donor, continent and year, in euros; and apart, what no rate is known for. */
export function TotalsTables({ totals, rates, continents }: TotalsTablesProps) {
  const stages = useStages();
  const { streams, whole, refused, byStage, byDonor, byContinent, byYear, apart } = totals;
  if (streams + refused.streams === 0) return null;
  return (
    <>
      <p className="fund-count">
        <Plural value={streams} one="# funding stream, in euros." other="# funding streams, in euros." />
      </p>
      {apart.length > 0 && <CountedApart apart={apart} />}
      <GroupTable
        heading={<Trans context="funding">By stage</Trans>}
        whole={whole}
        rows={byStage.map(({ key, figures }) => ({ key, name: stages(key), figures }))}
        below={
          refused.streams > 0 && (
            <tr data-kind="refused" className="soft">
              <th scope="row">
                <Trans>Refused, not in the total</Trans>
              </th>
              <Cells figures={refused.figures} currency={REPORTING} />
            </tr>
          )
        }
      />
      <GroupTable
        heading={<Trans>By donor</Trans>}
        whole={whole}
        rows={byDonor.map(({ key, figures }) => ({ key, name: key, figures }))}
      />
      <GroupTable
        heading={<Trans>By continent</Trans>}
        whole={whole}
        rows={byContinent.map(({ key, figures }) => ({ key, name: continents[key] ?? "", figures }))}
        hint={
          <Trans>
            A stream counts once. It counts for the continents of the networks that benefit, or of the lead network
            where none is named; several continents share it equally, and a cent that is left over goes to the first.
          </Trans>
        }
      />
      <GroupTable
        heading={<Trans>By year</Trans>}
        whole={whole}
        rows={byYear.map(({ key, figures }) => ({
          key: key ?? 0,
          figures,
          name: key ?? <Trans>without a day</Trans>,
        }))}
        hint={
          <Trans>
            What is aimed at counts in the year in which it is to be asked for, every other sum in the year of its day.
          </Trans>
        }
      />
      <section className="section">
        <h2>
          <Trans>By these rates</Trans>
        </h2>
        <RateList rates={rates} />
        <p className="hint">
          <Trans>Each sum is put into euros by the rate that was entered last, and rounded to the cent once.</Trans>{" "}
          <Link to="/funding/rates">
            <Trans>Exchange rates</Trans>
          </Link>
        </p>
      </section>
    </>
  );
}

/** Figures side by side under one head. */
function FigureTable({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, by keyboard too.
    <section className="scroll" tabIndex={0} aria-labelledby={labelledBy}>
      <table className="table fund-totals" aria-labelledby={labelledBy}>
        <FigureHead />
        {children}
      </table>
    </section>
  );
}

interface GroupTableProps {
  heading: ReactNode;
  rows: { key: string | number; name: ReactNode; figures: Figures }[];
  whole: Figures;
  /** Rows under the total. */
  below?: ReactNode;
  hint?: ReactNode;
}

function GroupTable({ heading, rows, whole, below, hint }: GroupTableProps) {
  const id = useId();
  return (
    <section className="section">
      <h2 id={id}>{heading}</h2>
      <FigureTable labelledBy={id}>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <Cells figures={figures} currency={REPORTING} />
            </tr>
          ))}
          <tr data-kind="whole">
            <th scope="row">
              <Trans>Together</Trans>
            </th>
            <Cells figures={whole} currency={REPORTING} />
          </tr>
          {below}
        </tbody>
      </FigureTable>
      {hint && <p className="hint">{hint}</p>}
    </section>
  );
}

/** Nothing is guessed: an amount without a rate stands here, in its own currency, and in no total. */
function CountedApart({ apart }: Pick<Totals, "apart">) {
  const id = useId();
  return (
    <section className="section notice fund-apart" id="apart">
      <h2 id={id}>
        <Trans>Not in the totals: no rate is known</Trans>
      </h2>
      <FigureTable labelledBy={id}>
        <tbody>
          {apart.map(({ currency, sums, figures }) => (
            <tr key={currency}>
              <th scope="row">
                {currency} (<Plural value={sums} one="# sum" other="# sums" />)
              </th>
              <Cells figures={figures} currency={currency} />
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}

function FigureHead() {
  const named = useFigures();
  return (
    <thead>
      <tr>
        <td />
        {FIGURES.map((figure) => (
          <th key={figure} scope="col" className="number">
            {named(figure)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ figures, currency }: { figures: Figures; currency: string }) {
  const format = useFormat();
  return FIGURES.map((figure) => (
    <td key={figure} className="number">
      {figures[figure] > 0 ? format.money(figures[figure], currency) : <span className="soft">–</span>}
    </td>
  ));
}
