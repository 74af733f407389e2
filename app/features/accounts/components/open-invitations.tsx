import { Trans } from "@lingui/react/macro";
import { Form } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { useWords } from "~/ui/words.ts";
import type { Role } from "~/words.ts";

interface Invitation {
  id: number;
  email: string;
  role: Role;
  network: string;
  inviter: string;
  until: number;
}

/** Invitations that wait for an answer: to be sent again, or taken back. */
export function OpenInvitations({ invitations, failed }: { invitations: Invitation[]; failed: number | null }) {
  const words = useWords();
  const format = useFormat();
  if (invitations.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Waiting for an answer</Trans>
      </h2>
      <ul className="rows people">
        {invitations.map(({ id, email, role, network, inviter, until }) => {
          const day = format.day(until);
          return (
            <li key={id}>
              <span>
                <strong>{email}</strong>
                <small className="soft">
                  <Trans>
                    invited by {inviter}, until {day}
                  </Trans>
                </small>
                {failed === id && (
                  <span className="problem" role="alert">
                    <Trans>The mail could not be sent. Please try again later.</Trans>
                  </span>
                )}
              </span>
              <span>
                {words.role(role)} <small className="soft">{network}</small>
              </span>
              <Form method="post" className="buttons">
                <input type="hidden" name="invitation" value={id} />
                <button className="button" name="intent" value="resend">
                  <Trans>Send again</Trans>
                </button>
                <button className="button quiet" name="intent" value="withdraw">
                  <Trans>Take back</Trans>
                </button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
