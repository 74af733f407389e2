import { Trans } from "@lingui/react/macro";

/** How a publication stands: a shape and a word. */
export function StateMark({ published, late }: { published: boolean; late: boolean }) {
  return (
    <span className="pub-state" data-state={published ? "published" : late ? "overdue" : "planned"}>
      <span aria-hidden="true">{published ? "●" : late ? "◇" : "○"}</span>{" "}
      {published ? (
        <Trans context="state of a publication">published</Trans>
      ) : late ? (
        <Trans>not published yet</Trans>
      ) : (
        <Trans context="state of a publication">planned</Trans>
      )}
    </span>
  );
}
