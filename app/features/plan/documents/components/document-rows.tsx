import { Trans } from "@lingui/react/macro";
import type { DocumentShown } from "~/features/plan/documents/queries.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { DocumentPreview } from "./document-preview.tsx";
import { useFileLabels } from "./file-labels.ts";

/** Documents, newest first: title, type and size in words, language, source, who and when. */
export function DocumentRows({ documents, mayRemove = false }: { documents: DocumentShown[]; mayRemove?: boolean }) {
  if (documents.length === 0) return null;
  return (
    <ul className="rows documents">
      {documents.map((document) => (
        <li key={document.id} data-document={document.id}>
          <DocumentTitle document={document} />
          <DocumentFacts document={document} />
          {document.file?.previewed && (
            <DocumentPreview id={document.id} title={document.title} kind={document.file.previewed} />
          )}
          {mayRemove && <RemoveForm document={document} />}
        </li>
      ))}
    </ul>
  );
}

function DocumentTitle({ document: { id, title, language, url, file } }: { document: DocumentShown }) {
  const labels = useFileLabels();
  const format = useFormat();
  const host = hostOf(url);
  return (
    <p>
      {file ? (
        <a href={`/documents/${id}`} download={file.name} lang={language ?? undefined}>
          {title}
        </a>
      ) : (
        <a href={url ?? ""} rel="noreferrer noopener external" lang={language ?? undefined}>
          {title}
        </a>
      )}{" "}
      <small className="tag">
        {file ? `${labels(file.kind)} · ${format.size(file.bytes)}` : <Trans>Link · {host}</Trans>}
      </small>
    </p>
  );
}

function DocumentFacts({ document: { language, source, by, at } }: { document: DocumentShown }) {
  const format = useFormat();
  const facts = [language && LANGUAGE_NAMES[language], source, by, format.dayOf(at)].filter(Boolean);
  return <small className="soft">{facts.join(" · ")}</small>;
}

function RemoveForm({ document: { id, title } }: { document: DocumentShown }) {
  return (
    <details className="folded">
      <summary className="button quiet">
        <Trans>Take off…</Trans> <span className="unseen">{title}</span>
      </summary>
      <Form method="post" className="buttons" preventScrollReset>
        <HiddenField name="document" value={id} />
        <button className="button" name="intent" value="remove">
          <Trans>Take it off the action</Trans> <span className="unseen">{title}</span>
        </button>
      </Form>
    </details>
  );
}

function hostOf(url: string | null): string {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
