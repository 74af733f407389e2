import MarkdownIt from "markdown-it";

/** CommonMark without HTML: what looks like a tag is shown as it was typed. Bare addresses become links. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false }).disable("image");

const SAFE_LINK = /^(https?:|mailto:)/i;
markdown.validateLink = (address) => SAFE_LINK.test(address.trim());

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

/** Markdown as HTML that is safe to set into a page: no HTML of the writer's, no scripts, only links to the web and to mail. */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}

/** A piece of Markdown as it was read: for what writes it otherwise than as HTML. */
export type MarkdownToken = ReturnType<typeof markdown.parse>[number];

/** Markdown as its pieces, read by the same rules as `renderMarkdown`. */
export function markdownTokens(source: string): MarkdownToken[] {
  return markdown.parse(source, {});
}
