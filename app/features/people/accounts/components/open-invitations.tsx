import { Trans } from "@lingui/react/macro";
import type { Role } from "~/domain.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Pages } from "~/ui/pages.tsx";

interface OpenInvitation {
  id: number;
  email: string;
  role: Role;
  network: string;
  inviter: string;
  /** Milliseconds. */
  until: number;
  tooOld: boolean;
}

interface OpenInvitationsProps {
  invitations: OpenInvitation[];
  page: number;
  pages: number;
  /** The one whose mail has just failed. */
  failed: number | null;
}

/** Invitations that nobody has accepted yet: to be sent again, or taken back. */
export function OpenInvitations({ invitations, page, pages, failed }: OpenInvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Waiting for an answer</Trans>
      </h2>
      <ul className="rows people">
        {invitations.map((invitation) => (
          <Invitation key={invitation.id} {...invitation} failed={failed === invitation.id} />
        ))}
      </ul>
      <Pages page={page} pages={pages} name="invitations" />
    </section>
  );
}

function Invitation({
  id,
  email,
  role,
  network,
  inviter,
  until,
  tooOld,
  failed,
}: OpenInvitation & { failed: boolean }) {
  const labels = useLabels();
  const format = useFormat();
  const day = format.dayOf(until);
  return (
    <li>
      <span>
        <strong>{email}</strong>
        <small className="soft">
          {tooOld ? (
            <Trans>
              invited by {inviter}; its link ended on {day}
            </Trans>
          ) : (
            <Trans>
              invited by {inviter}, until {day}
            </Trans>
          )}
        </small>
        {failed && (
          <span className="problem" role="alert">
            <Trans>The mail could not be sent. Please try again later.</Trans>
          </span>
        )}
      </span>
      <span>
        {labels.role(role)} <small className="soft">{network}</small>
      </span>
      <Form method="post" className="buttons">
        <HiddenField name="invitation" value={id} />
        <button className="button" name="intent" value="resend">
          <Trans>Send again</Trans>
        </button>
        <button className="button quiet" name="intent" value="withdraw">
          <Trans>Take back</Trans>
        </button>
      </Form>
    </li>
  );
}
