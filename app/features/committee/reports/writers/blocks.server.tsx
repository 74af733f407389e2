import { createElement, Fragment, type ReactNode } from "react";
import type { Language } from "~/domain.ts";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { Markdown } from "~/ui/markdown.tsx";
import type { Block, Chart, Entry, Paper, PaperLine, Part, Section, Table } from "../paper.ts";

/** The figures of a document, drawn. */
export type Charts = Record<Chart, ReactNode>;

/** How a document is written as HTML: what it links to, what it can draw, how long its lists may be. */
export interface Manner {
  language: Language;
  /** Whether references lead to their actions: in the product they do, in a file that is sent they would lead nowhere. */
  links: boolean;
  charts: Charts;
  /** The most entries and rows that a list shows. */
  most: number;
  /** What is said of the rest. */
  rest: (count: number) => string;
}

/** Something for each: what is set once and never again has nothing to be told apart by, and needs no keys. */
function each<T>(things: readonly T[], show: (thing: T, place: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...things.map(show));
}

/** How many entries or rows of a list are printed: the rest is in the files, and the paper says how many. */
const PRINTED = 12;
const PRINTED_ROWS = 40;

/** The whole document. It is set on the server alone and sent as it is: a phone loads no script for it. */
export function PaperView({ paper, manner }: { paper: Paper; manner: Manner }) {
  const { cover, sections, furniture, draft, language, foot } = paper;
  return (
    <article className="dossier" lang={language} data-draft={draft ? "" : undefined}>
      {draft && <DraftMark mark={draft.mark} />}
      <header className="dossier-cover">
        <p className="dossier-mark">
          INSP<b>!</b>R
        </p>
        <div>
          <p className="dossier-kicker">{cover.kicker}</p>
          <h1>{cover.title}</h1>
          {each(cover.lines, (line) => (
            <p>{line}</p>
          ))}
        </div>
        {draft && <p className="dossier-draft">{draft.why}</p>}
      </header>
      <nav className="dossier-contents" aria-label={furniture.contents}>
        <h2>{furniture.contents}</h2>
        <ol>
          {each(sections, ({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {each(sections, (section) => (
        <SectionView section={section} manner={manner} />
      ))}
      <footer className="dossier-foot">{foot}</footer>
    </article>
  );
}

/** Printed on every page of a draft: browsers repeat what is fixed. */
function DraftMark({ mark }: { mark: string }) {
  return (
    <p className="dossier-watermark" aria-hidden="true">
      {mark}
    </p>
  );
}

function SectionView({ section, manner }: { section: Section; manner: Manner }) {
  const { id, title, board, blocks } = section;
  return (
    <section id={id} data-board={board} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {each(blocks, (block) => (
        <BlockView block={block} manner={manner} />
      ))}
    </section>
  );
}

function BlockView({ block, manner }: { block: Block; manner: Manner }): ReactNode {
  switch (block.kind) {
    case "text":
      return (
        <p className={block.lead ? "dossier-lead" : undefined}>
          <LineView line={block.line} manner={manner} />
        </p>
      );
    case "heading":
      return <h3>{block.text}</h3>;
    case "notice":
      return (
        <p className="dossier-notice">
          <LineView line={block.line} manner={manner} />
        </p>
      );
    case "code":
      return (
        <p className="dossier-code">
          <code>{block.text}</code>
        </p>
      );
    case "figures":
      return (
        <dl className="dossier-figures">
          {each(block.figures, ({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "entries":
      return <Entries entries={block.entries} manner={manner} />;
    case "table":
      return <TableView table={block.table} manner={manner} />;
    case "chart":
      return <ChartView chart={block.chart} table={block.table} manner={manner} />;
    case "prose":
      return (
        <Markdown
          html={renderMarkdown(block.markdown)}
          lang={block.language === manner.language ? undefined : block.language}
        />
      );
  }
}

function Entries({ entries, manner }: { entries: Entry[]; manner: Manner }) {
  const rest = entries.length - manner.most;
  return (
    <>
      <ul className="dossier-entries">
        {each(entries.slice(0, manner.most), (entry, at) => (
          <li className={at >= PRINTED ? "dossier-screen" : undefined}>
            <p>
              <LineView line={entry.line} manner={manner} />
            </p>
            {entry.facts.length > 0 && <p className="dossier-facts">{entry.facts.join(" · ")}</p>}
            {each(entry.notes, (note) => (
              <p className="dossier-note">
                <LineView line={note} manner={manner} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      <Rest count={rest} manner={manner} />
      <NotPrinted count={Math.min(entries.length, manner.most) - PRINTED} manner={manner} />
    </>
  );
}

function TableView({ table, manner }: { table: Table; manner: Manner }) {
  const { caption, columns, rows } = table;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, by keyboard too. */}
      <section className="dossier-wide" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {each(columns, ({ name, numeric }) => (
                <th scope="col" className={numeric && "dossier-number"}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {each(rows.slice(0, manner.most), (row, at) => (
              <tr className={at >= PRINTED_ROWS ? "dossier-screen" : undefined}>
                {each(row, (cell, at) => {
                  const Cell = at === 0 ? "th" : "td";
                  return (
                    <Cell scope={at === 0 ? "row" : undefined} className={columns[at]?.numeric && "dossier-number"}>
                      <LineView line={cell} manner={manner} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Rest count={rows.length - manner.most} manner={manner} />
      <NotPrinted count={Math.min(rows.length, manner.most) - PRINTED_ROWS} manner={manner} />
    </>
  );
}

function ChartView({ chart, table, manner }: { chart: Chart; table: Table; manner: Manner }) {
  const drawn = manner.charts[chart];
  if (!drawn) return <TableView table={table} manner={manner} />;
  return <div className="dossier-chart">{drawn}</div>;
}

function Rest({ count, manner }: { count: number; manner: Manner }) {
  return count > 0 ? <p className="dossier-rest">{manner.rest(count)}</p> : null;
}

/** On paper alone: how many of a list that is whole on the screen are left to the data file. */
function NotPrinted({ count, manner }: { count: number; manner: Manner }) {
  return count > 0 ? <p className="dossier-rest dossier-paper">{manner.rest(count)}</p> : null;
}

function LineView({ line, manner }: { line: PaperLine; manner: Manner }) {
  return each(line, (part) => <PartView part={part} links={manner.links} />);
}

function PartView({ part, links }: { part: Part; links: boolean }) {
  if (typeof part === "string") return part;
  const { text, language, strong, soft, ref } = part;
  const Tag = strong ? "b" : "span";
  const said = ref && links ? <a href={`/actions/${ref}`}>{text}</a> : text;
  if (!strong && !soft && !language) return said;
  return (
    <Tag lang={language} className={soft && "soft"}>
      {said}
      {language && <span className="soft"> ({language})</span>}
    </Tag>
  );
}
