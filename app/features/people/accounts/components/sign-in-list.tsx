import { Trans, useLingui } from "@lingui/react/macro";
import { deviceOf } from "~/features/people/accounts/device.ts";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";

interface SignInListProps {
  rows: { id: number; at: number; address: string | null; agent: string | null }[];
  page: number;
  pages: number;
  now: number;
}

/** When and from where somebody has signed in within a year: by it they notice what was not them. */
export function SignInList({ rows, page, pages, now }: SignInListProps) {
  const { t } = useLingui();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <section className="section" id="sign-ins">
      <h2>
        <Trans>Your sign-ins</Trans>
      </h2>
      <p className="soft">
        <Trans>Is one of them not yours? Sign out everywhere else and change your password.</Trans>
      </p>
      <ul className="rows">
        {rows.map(({ id, at, address, agent }) => (
          <li key={id}>
            {deviceOf(agent) ?? t`A device that does not say what it is`}{" "}
            <small className="soft">{[address, format.ago(at, now)].filter(Boolean).join(" · ")}</small>
          </li>
        ))}
      </ul>
      <Pages page={page} pages={pages} name="signins" />
    </section>
  );
}
