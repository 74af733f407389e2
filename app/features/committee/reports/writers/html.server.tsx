import { msg, plural } from "@lingui/core/macro";
import { renderToStaticMarkup } from "react-dom/server";
import chartsStyle from "~/features/committee/reviews/charts/charts.css?raw";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { wellFormed } from "~/lib/text.ts";
import tokens from "~/ui/tokens.css?raw";
import dossier from "../components/dossier.css?raw";
import type { Paper } from "../paper.ts";
import { type Charts, type Manner, PaperView } from "./blocks.server.tsx";

/** A file that is sent by phone stays under this (the issue's own measure). */
export const MOST_BYTES = 100_000;
/** How long the lists of a file may be: the longest that fits. */
const LENGTHS = [10_000, 100, 50, 25, 12, 6, 3, 1];

/** The document as a page of the product shows it: whole, and leading to its actions. */
export function paperMarkup(paper: Paper, charts: Charts): string {
  return markup(paper, { charts, links: true, most: Number.POSITIVE_INFINITY });
}

/**
 * The document as one file that needs nothing else: no script, no address, nothing to load. Where it would grow too large
 * to send by phone its lists are cut, and each says how many more the data file holds.
 */
export function paperFile(paper: Paper, charts: Charts): Buffer {
  let file: Buffer = Buffer.alloc(0);
  for (const most of LENGTHS) {
    file = wrapped(paper, markup(paper, { charts, links: false, most }));
    if (file.length < MOST_BYTES) break;
  }
  return file;
}

function markup(paper: Paper, { charts, links, most }: Pick<Manner, "charts" | "links" | "most">): string {
  const i18n = i18nFor(paper.language);
  const rest = (count: number) =>
    i18n._(msg`${plural(count, { one: "… and # more in the data file", other: "… and # more in the data file" })}`);
  const manner: Manner = { language: paper.language, charts, links, most, rest };
  return wellFormed(renderToStaticMarkup(<PaperView paper={paper} manner={manner} />));
}

/** For what stands around the document when it is a file of its own. */
const ALONE = `*{box-sizing:border-box}body{margin:0;padding:24px 16px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0}h1,h2,h3{line-height:1.2}.soft{color:var(--soft)}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}@media print{:root{color-scheme:light;--paper:#fff}body{padding:0}}`;

function wrapped(paper: Paper, body: string): Buffer {
  const style = `${squeezed(tokens)}${ALONE}${squeezed(chartsStyle)}${squeezed(dossier)}`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(wellFormed(paper.title))} · INSP!R</title><style>${style}</style>`;
  return Buffer.from(
    `<!doctype html>\n<html lang="${paper.language}"><head>${head}</head><body>${body}</body></html>\n`,
  );
}

/** A stylesheet without its comments and its indentation. */
const squeezed = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "");

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
