/** Markdown that the server has rendered (markdown.server.ts): the one place where HTML is set into a page. */
export function Markdown({ html, lang }: { html: string; lang?: string | undefined }) {
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
