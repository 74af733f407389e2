import { Trans, useLingui } from "@lingui/react/macro";
import { deviceOf } from "~/features/people/accounts/device.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { Pages } from "~/ui/pages.tsx";

interface Session {
  id: string;
  at: number;
  address: string | null;
  agent: string | null;
  isThis: boolean;
}

interface SessionListProps {
  sessions: Session[];
  page: number;
  pages: number;
  now: number;
}

/** Where somebody is signed in, each to be ended. */
export function SessionList({ sessions, page, pages, now }: SessionListProps) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <section className="section" id="sessions">
      <h2>
        <Trans>Where you are signed in</Trans>
      </h2>
      <ul className="rows sessions">
        {sessions.map(({ id, at, address, agent, isThis }) => (
          <li key={id}>
            <span>
              <strong>{deviceOf(agent) ?? t`A device that does not say what it is`}</strong>{" "}
              {isThis && (
                <span className="tag">
                  <Trans>this one</Trans>
                </span>
              )}
              <small className="soft">{[address, format.ago(at, now)].filter(Boolean).join(" · ")}</small>
            </span>
            {!isThis && (
              <Form method="post">
                <HiddenField name="intent" value="end" />
                <button className="button" name="session" value={id}>
                  <Trans>Sign out there</Trans>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Pages page={page} pages={pages} />
      {(sessions.length > 1 || pages > 1) && (
        <Form method="post" className="buttons end-others">
          <HiddenField name="intent" value="end" />
          <button className="button" name="session" value="others">
            <Trans>Sign out everywhere else</Trans>
          </button>
        </Form>
      )}
    </section>
  );
}
