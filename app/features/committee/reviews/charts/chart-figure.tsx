import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";

export interface ChartProps {
  /** Whether the table behind it stands open: in a pack it does. In print it always does. */
  open?: boolean;
}

interface FigureProps extends ChartProps {
  title: ReactNode;
  /** What is counted, and in what. */
  units: ReactNode;
  /** Null where there is nothing to draw; then `nothing` says so. */
  children: ReactNode | null;
  nothing: ReactNode;
  table: ReactNode;
}

/** What every chart of a review has: its title, its units, the drawing, and the table behind it. */
export function ChartFigure({ title, units, children, nothing, table, open = false }: FigureProps) {
  const id = useId();
  return (
    <figure className="chart">
      <figcaption>
        <strong>{title}</strong> <span className="chart-units">{units}</span>
      </figcaption>
      {children === null ? (
        <p className="chart-nothing">{nothing}</p>
      ) : (
        <>
          {children}
          <details open={open}>
            <summary>
              <Trans>The values in a table</Trans>
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, by keyboard too. */}
            <section className="scroll" tabIndex={0} aria-labelledby={id}>
              <table className="table">
                <caption className="unseen" id={id}>
                  {title}
                </caption>
                {table}
              </table>
            </section>
          </details>
        </>
      )}
    </figure>
  );
}
