import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { DocumentsShown } from "~/features/plan/documents/queries.server.ts";
import { DocumentRows } from "./document-rows.tsx";

/** An action's newest documents on its page, and the way to all of them. */
export function DocumentsSection({
  documents,
  ref_: ref,
  mayWork,
}: {
  documents: DocumentsShown;
  ref_: string;
  mayWork: boolean;
}) {
  const { total, rows } = documents;
  if (total === 0 && !mayWork) return null;
  return (
    <section className="section" id="documents">
      <h2>
        <Trans>Documents</Trans>
      </h2>
      <DocumentRows documents={rows} />
      <p className="buttons">
        {total > rows.length && (
          <Link to={`/actions/${ref}/documents`}>
            <Plural value={total} one="# document" other="All # documents" />
          </Link>
        )}
        {mayWork && (
          <Link to={`/actions/${ref}/documents`}>
            <Trans>Add or take off documents</Trans>
          </Link>
        )}
      </p>
    </section>
  );
}
