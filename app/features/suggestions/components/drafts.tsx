import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";

/** What one is still writing: seen by nobody else. */
export function Drafts({ drafts }: { drafts: { id: number; title: string; at: number }[] }) {
  const format = useFormat();
  if (drafts.length === 0) return null;
  return (
    <section className="drafts">
      <h2>
        <Trans>Drafts</Trans>
      </h2>
      <ul className="rows">
        {drafts.map(({ id, title, at }) => (
          <li key={id}>
            <Link to={`/suggestions/new?draft=${id}`}>{title || <Trans>Without a title yet</Trans>}</Link>{" "}
            <small className="soft">{format.instant(at)}</small>
            <Form method="post" action="/suggestions/drafts">
              <input type="hidden" name="draft" value={id} />
              <button className="button quiet" name="intent" value="forget">
                <Trans>Throw away</Trans>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
