import { Trans, useLingui } from "@lingui/react/macro";
import { Form } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";

interface CalendarSectionProps {
  /** Since when there is an address; null for none. */
  since: number | null;
  /** What was just made: shown this once. */
  answer: { address: string | null } | undefined;
}

/** One's own calendar for a calendar program: its address is made, shown once, taken back or given anew. */
export function CalendarSection({ since, answer }: CalendarSectionProps) {
  const format = useFormat();
  const day = since ? format.day(since) : "";
  return (
    <section className="section calendar" id="calendar">
      <h2>
        <Trans>My dates in my own calendar</Trans>
      </h2>
      {answer?.address && <NewAddress address={answer.address} />}
      {answer?.address === null && (
        <Notice wrong>
          <Trans>The address was made already, perhaps in another window. Give a new one if you do not have it.</Trans>
        </Notice>
      )}
      <p className="soft">
        <Trans>
          Due quarters and milestones of what you lead or follow, and the answers that you owe, in Google Calendar,
          Outlook, Apple Calendar or another program that subscribes to an address. Whoever has the address can read
          these dates: keep it to yourself.
        </Trans>
      </p>
      {since && !answer?.address && (
        <p className="soft">
          <Trans>You have an address since {day}. It is not shown again; a new one ends it.</Trans>
        </p>
      )}
      <Form method="post" action="/my" className="buttons" preventScrollReset>
        <input type="hidden" name="since" value={since ?? ""} />
        <button className="button" name="intent" value="make">
          {since ? <Trans>Give a new address</Trans> : <Trans>Make my calendar address</Trans>}
        </button>
        {since && (
          <button className="button quiet" name="intent" value="take-back">
            <Trans>Take the address back</Trans>
          </button>
        )}
      </Form>
    </section>
  );
}

function NewAddress({ address }: { address: string }) {
  const { t } = useLingui();
  return (
    <Notice>
      <p>
        <Trans>This is your address. Copy it now: it is shown only this once.</Trans>
      </p>
      <input
        className="input"
        readOnly
        value={address}
        aria-label={t`Address of my calendar`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <a href={address.replace(/^https?:/, "webcal:")}>
          <Trans>Subscribe with this device’s calendar</Trans>
        </a>
      </p>
    </Notice>
  );
}
