import { ExternalHyperlink, HeadingLevel, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { Language } from "~/domain.ts";
import { type MarkdownToken, markdownTokens } from "~/features/plan/actions/markdown.server.ts";
import { LOCALES } from "~/i18n/languages.ts";

/**
 * What somebody wrote in Markdown as paragraphs of Word, from the same reading of it as the web page's: headings, lists,
 * quotes, bold, italics, links. @param language its own, where it is not the document's
 */
export function markdownParagraphs(source: string, language?: Language): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const lists: { ordered: boolean; count: number }[] = [];
  let quoted = 0;
  let heading = false;
  for (const token of markdownTokens(source)) {
    if (token.type === "bullet_list_open" || token.type === "ordered_list_open")
      lists.push({ ordered: token.type === "ordered_list_open", count: 0 });
    else if (token.type.endsWith("_list_close")) lists.pop();
    else if (token.type === "list_item_open") {
      const list = lists.at(-1);
      if (list) list.count += 1;
    } else if (token.type === "blockquote_open") quoted += 1;
    else if (token.type === "blockquote_close") quoted -= 1;
    else if (token.type === "heading_open") heading = true;
    else if (token.type === "heading_close") heading = false;
    else if (token.type === "fence" || token.type === "code_block")
      paragraphs.push(new Paragraph({ text: token.content.trimEnd(), style: "Code" }));
    else if (token.type === "inline") {
      const list = lists.at(-1);
      const mark = list ? [new TextRun(list.ordered ? `${list.count}. ` : "• ")] : [];
      const depth = lists.length + quoted;
      paragraphs.push(
        new Paragraph({
          ...(heading && { heading: HeadingLevel.HEADING_3 }),
          ...(depth > 0 && { indent: { left: depth * 284 } }),
          children: [...mark, ...inline(token.children ?? [], language)],
        }),
      );
    }
  }
  return paragraphs;
}

function inline(tokens: readonly MarkdownToken[], language?: Language): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  const look = { bold: 0, italics: 0 };
  let link: { address: string; runs: TextRun[] } | null = null;
  const add = (run: TextRun) => (link ? link.runs.push(run) : children.push(run));
  for (const token of tokens) {
    const { type, content } = token;
    if (type === "strong_open") look.bold += 1;
    else if (type === "strong_close") look.bold -= 1;
    else if (type === "em_open") look.italics += 1;
    else if (type === "em_close") look.italics -= 1;
    else if (type === "link_open") link = { address: String(token.attrGet("href") ?? ""), runs: [] };
    else if (type === "link_close") {
      if (link) children.push(new ExternalHyperlink({ link: link.address, children: link.runs }));
      link = null;
    } else if (type === "softbreak" || type === "hardbreak") add(new TextRun({ break: 1 }));
    else if (content) add(new TextRun(runOf(content, look, language)));
  }
  return children;
}

const runOf = (text: string, look: { bold: number; italics: number }, language?: Language): IRunOptions => ({
  text,
  ...(look.bold > 0 && { bold: true }),
  ...(look.italics > 0 && { italics: true }),
  ...(language && { language: { value: LOCALES[language] } }),
});
