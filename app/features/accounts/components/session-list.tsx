import { Trans, useLingui } from "@lingui/react/macro";
import { Form } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";

interface Session {
  id: string;
  at: number;
  address: string | null;
  agent: string | null;
  isThis: boolean;
}

/** Where somebody is signed in, each to be ended. */
export function SessionList({ sessions, now }: { sessions: Session[]; now: number }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <section className="section">
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
              <small className="soft">
                {address} · {format.ago(at, now)}
              </small>
            </span>
            {!isThis && (
              <Form method="post">
                <input type="hidden" name="intent" value="end" />
                <button className="button" name="session" value={id}>
                  <Trans>Sign out there</Trans>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="buttons section">
          <input type="hidden" name="intent" value="end" />
          <button className="button" name="session" value="others">
            <Trans>Sign out everywhere else</Trans>
          </button>
        </Form>
      )}
    </section>
  );
}

const BROWSERS = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

/** "Chrome, Android": enough to know one's own phone by. Names of products are the same in every language. */
function deviceOf(agent: string | null): string | null {
  const named = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => agent?.includes(mark))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(", ") || null;
}
