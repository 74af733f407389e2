import { createHash } from "node:crypto";
import MarkdownIt from "markdown-it";
import { TextCache } from "~/lib/text-cache.ts";

/*
 * Markdown is read on the request's path, so that what it may cost is bounded by counting (docs/decisions/0030-bounds.md). A text beyond
 * what prose has is shown as it was typed, in paragraphs.
 */

/** Lines, signs that mean something in Markdown, and cells of tables: more than a text of 20,000 characters has, be it a list of links in bold. */
const LINES_MOST = 2_500;
const SIGNS_MOST = 4_000;
const CELLS_MOST = 2_000;
/** Characters of addresses and titles, which references can repeat without end. */
const ADDRESSES_MOST = 100_000;
/** An address has no spaces in it, and none that people write is longer. */
const ADDRESS_MOST = 1_000;

const SIGNS = /[[\]*_~`<:!&\\]/g;
/** What the line of dashes under the head of a table has none of, nor the marks of lists and quotes before it. */
const NOT_IN_DELIMITERS = /[^\s|:>*+.)\d-]/;

/** CommonMark and tables without HTML: what looks like a tag is shown as it was typed. Bare addresses become links. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false }).disable("image");
const paragraphs = new MarkdownIt("zero", { breaks: true }).enable("newline");

const SAFE_LINK = /^(https?:|mailto:)/i;
markdown.validateLink = (address) => SAFE_LINK.test(address.trim());

/** Looks for addresses in one word after another: each that is found costs as much as all that follows in the text that is given. */
const match = markdown.linkify.match.bind(markdown.linkify);
markdown.linkify.match = (text) => {
  const links: NonNullable<ReturnType<typeof match>> = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    for (const link of (word.length <= ADDRESS_MOST && match(word)) || []) {
      link.index += index;
      link.lastIndex += index;
      links.push(link);
    }
  }
  return links;
};

const defaultOpen = markdown.renderer.rules.link_open;
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index]?.attrSet("rel", "noopener nofollow");
  return defaultOpen ? defaultOpen(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
};

/** Headings of a description stand under those of its page: `#` becomes h3. */
for (const rule of ["heading_open", "heading_close"] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return self.renderToken(tokens, index, options);
  };
}

const rendered = new TextCache(8_000_000);

/** Markdown as HTML that is safe to set into a page: no HTML of the writer's, no scripts, only links to the web and to mail. */
export function renderMarkdown(source: string): string {
  const key = source.length > 100 ? createHash("sha256").update(source).digest("base64") : source;
  return rendered.get(key, () => markdown.renderer.render(markdownTokens(source), markdown.options, {}));
}

/** A piece of Markdown as it was read: for what writes it otherwise than as HTML. */
export type MarkdownToken = ReturnType<typeof markdown.parse>[number];

/** Markdown as its pieces, read by the same rules as `renderMarkdown`. */
export function markdownTokens(source: string): MarkdownToken[] {
  const lines = source.split("\n");
  if (lines.length <= LINES_MOST && signsIn(source) <= SIGNS_MOST && cellsIn(lines) <= CELLS_MOST) {
    const tokens = markdown.parse(source, {});
    if (addressesIn(tokens) <= ADDRESSES_MOST) return tokens;
  }
  return paragraphs.parse(source, {});
}

const signsIn = (source: string): number => source.match(SIGNS)?.length ?? 0;

/** The most cells that tables in a text can have: rows end with the block, and those that are short are filled up. */
function cellsIn(lines: readonly string[]): number {
  let cells = 0;
  let rows = 0;
  let columns = 0;
  for (const line of [...lines, ""]) {
    if (line.trim() === "") {
      cells += rows * columns;
      rows = 0;
      columns = 0;
    } else {
      rows += 1;
      if (!NOT_IN_DELIMITERS.test(line)) columns = Math.max(columns, line.split("|").length);
    }
  }
  return cells;
}

function addressesIn(tokens: readonly MarkdownToken[]): number {
  let length = 0;
  for (const { children } of tokens)
    for (const { attrs } of children ?? []) for (const [, value] of attrs ?? []) length += String(value).length;
  return length;
}
