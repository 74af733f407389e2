import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";

interface TableFilesProps {
  /** What is downloaded, as a phrase: "Download this list". */
  children: ReactNode;
  /** The address without its ending: `/stakeholders/entries`. */
  path: string;
  /** The filters, as the address of the page has them, with or without its question mark. */
  query?: string;
}

/** The links by which a table is taken away, one for each format of file. */
export function TableFiles({ children, path, query = "" }: TableFilesProps) {
  const id = useId();
  const search = query.replace(/^\??(?=.)/, "?").replace(/^\?$/, "");
  return (
    // biome-ignore lint/a11y/useSemanticElements: links that belong together are no set of fields.
    <span className="table-files" role="group" aria-labelledby={id}>
      <span id={id}>{children}</span>
      <a href={`${path}.xlsx${search}`} download>
        <Trans>Excel (XLSX)</Trans>
      </a>
      <a href={`${path}.csv${search}`} download>
        <Trans>CSV</Trans>
      </a>
    </span>
  );
}
