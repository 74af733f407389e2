import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";

/** The view was saved or the review closed meanwhile: what stands now is below, what was typed stays in its form. */
export function ViewConflict({
  why,
  submitted,
}: {
  why: "stale" | "closed";
  submitted: Record<string, string | string[]>;
}) {
  const written = [submitted.progress, submitted.concerns, submitted.asks].flat().filter(Boolean);
  return (
    <Notice wrong>
      {why === "closed" ? (
        <>
          <p>
            <Trans>The review has been closed meanwhile, so nothing was saved. You wrote:</Trans>
          </p>
          {written.map((text) => (
            <blockquote key={text} className="as-written">
              {text}
            </blockquote>
          ))}
        </>
      ) : (
        <p>
          <Trans>
            Somebody saved this view while you were writing. It stands below as it is now; what you typed is still in
            the form, and nothing of it has been saved yet. Saving once more replaces what stands now.
          </Trans>
        </p>
      )}
    </Notice>
  );
}
