/** A document that the server has written (writers/html.server.tsx), set into its page as it is. */
export function Dossier({ html }: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
