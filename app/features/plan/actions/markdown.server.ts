import { createHash } from "node:crypto";
import MarkdownIt from "markdown-it";
import { addressOf, type References, referencesIn } from "~/features/plan/references/references.server.ts";
import type { TextLink } from "~/features/plan/references/text-link.ts";
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

/** What may hold an address: most words of a text need no look. */
const MAYBE_ADDRESS = /[:@]|\.[\p{L}\p{N}]/u;

/**
 * Returns the addresses of the web and of mail in a plain text, as Markdown would link them.
 *
 * @param budget how many words that may be one are looked at; what this text took is taken off
 */
export function addressesIn(text: string, budget: { words: number }): TextLink[] {
  const links: TextLink[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (word.length > ADDRESS_MOST || !MAYBE_ADDRESS.test(word)) continue;
    if (budget.words === 0) break;
    budget.words -= 1;
    for (const { index: from, lastIndex, url } of match(word) ?? [])
      if (SAFE_LINK.test(url)) links.push({ at: index + from, length: lastIndex - from, to: url, title: null });
  }
  return links;
}

/** So many references of a text are linked; of a text that names more, the others stay as they are. */
const REFERENCES_MOST = 200;

/** Links references outside of links and code. Their titles stand at the first of each alone: a text could repeat a long one without end. */
markdown.core.ruler.after("linkify", "references", ({ tokens, env, Token }) => {
  // Under a name of our own: `references` is what Markdown calls the link definitions of a text.
  const { known: references } = env as { known?: References };
  if (!references?.size) return;
  const titled = new Set<string>();
  let left = REFERENCES_MOST;
  for (const token of tokens) {
    if (token.type !== "inline" || !token.children) continue;
    let depth = 0;
    token.children = token.children.flatMap((child) => {
      if (child.type === "link_open") depth += 1;
      if (child.type === "link_close") depth -= 1;
      if (child.type !== "text" || depth > 0 || left === 0) return [child];
      const named = referencesIn(child.content)
        .filter(({ ref }) => references.has(ref))
        .slice(0, left);
      left -= named.length;
      if (named.length === 0) return [child];
      const pieces: MarkdownToken[] = [];
      const add = (type: string, tag: string, nesting: 1 | 0 | -1, content = "") => {
        const piece = new Token(type, tag, nesting);
        piece.content = content;
        piece.level = child.level;
        pieces.push(piece);
        return piece;
      };
      let done = 0;
      for (const { ref, at } of named) {
        if (at > done) add("text", "", 0, child.content.slice(done, at));
        const open = add("link_open", "a", 1);
        open.attrSet("href", addressOf(ref));
        if (!titled.has(ref)) open.attrSet("title", references.get(ref) ?? "");
        titled.add(ref);
        add("text", "", 0, ref);
        add("link_close", "a", -1);
        done = at + ref.length;
      }
      if (done < child.content.length) add("text", "", 0, child.content.slice(done));
      return pieces;
    });
  }
});

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

/**
 * Markdown as HTML that is safe to set into a page: no HTML of the writer's, no scripts, only links to the web and to mail, and to
 * what it names.
 *
 * @param references the titles of what the page's texts name (`loadReferences`)
 */
export function renderMarkdown(source: string, references: References = NO_REFERENCES): string {
  const named = references.size > 0 ? referencesIn(source).flatMap(({ ref }) => [ref, references.get(ref) ?? ""]) : [];
  const whole = named.length > 0 ? JSON.stringify([source, ...named]) : source;
  const key = whole.length > 100 ? createHash("sha256").update(whole).digest("base64") : whole;
  return rendered.get(key, () => markdown.renderer.render(markdownTokens(source, references), markdown.options, {}));
}

const NO_REFERENCES: References = new Map();

/** A piece of Markdown as it was read: for what writes it otherwise than as HTML. */
export type MarkdownToken = ReturnType<typeof markdown.parse>[number];

/** Markdown as its pieces, read by the same rules as `renderMarkdown`. */
export function markdownTokens(source: string, references: References = NO_REFERENCES): MarkdownToken[] {
  const lines = source.split("\n");
  if (lines.length <= LINES_MOST && signsIn(source) <= SIGNS_MOST && cellsIn(lines) <= CELLS_MOST) {
    const tokens = markdown.parse(source, { known: references });
    if (addressLength(tokens) <= ADDRESSES_MOST) return tokens;
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

function addressLength(tokens: readonly MarkdownToken[]): number {
  let length = 0;
  for (const { children } of tokens)
    for (const { attrs } of children ?? []) for (const [, value] of attrs ?? []) length += String(value).length;
  return length;
}
