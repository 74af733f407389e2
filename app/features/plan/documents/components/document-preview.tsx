import { Trans, useLingui } from "@lingui/react/macro";
import { useHydrated } from "~/ui/hydrated.ts";

interface DocumentPreviewProps {
  id: number;
  title: string;
  kind: "image" | "pdf";
}

/** A document as it looks, folded: nothing of it is fetched before somebody opens it, on a slow line least of all. */
export function DocumentPreview({ id, title, kind }: DocumentPreviewProps) {
  const { t } = useLingui();
  const address = `/documents/${id}/preview`;
  // A browser that shows no PDF within a page would download it instead: there a link leads to what the device has for it.
  const showsPdf = useHydrated() && navigator.pdfViewerEnabled;
  if (kind === "pdf" && !showsPdf) {
    return (
      <p>
        <a href={address} target="_blank" rel="noopener">
          <Trans>Open in the browser</Trans> <span className="unseen">{title}</span>
        </a>
      </p>
    );
  }
  return (
    <details className="folded document-preview">
      <summary className="button quiet">
        <Trans>Show a preview</Trans> <span className="unseen">{title}</span>
      </summary>
      {kind === "pdf" ? (
        <iframe src={address} title={t`Preview of ${title}`} loading="lazy" />
      ) : (
        <img src={address} alt={t`Preview of ${title}`} loading="lazy" decoding="async" />
      )}
    </details>
  );
}
