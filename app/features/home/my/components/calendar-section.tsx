import { Trans, useLingui } from "@lingui/react/macro";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
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
  const day = since ? format.dayOf(since) : "";
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
          Outlook, Apple Calendar or another program that subscribes to an address; at a second one, the exchanges of
          the whole network. Whoever has such an address can read these dates: keep it to yourself.
        </Trans>
      </p>
      {since && !answer?.address && (
        <p className="soft">
          <Trans>
            You have an address since {day}. It is not shown again; a new one ends it. The exchanges stand at the same
            one, with “/exchanges.ics” at its end instead of “.ics”.
          </Trans>
        </p>
      )}
      <Form method="post" action="/my#calendar" className="buttons" preventScrollReset>
        <HiddenField name="since" value={since ?? ""} />
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
        <Trans>These are your addresses. Copy them now: they are shown only this once.</Trans>
      </p>
      <OneAddress name={t`Address of my calendar`} address={address} />
      <OneAddress name={t`Address of the exchanges`} address={address.replace(/\.ics$/, "/exchanges.ics")} />
    </Notice>
  );
}

function OneAddress({ name, address }: { name: string; address: string }) {
  return (
    <>
      <label className="calendar-address">
        {name}
        <input className="input" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p className="alone">
        <a href={address.replace(/^https?:/, "webcal:")}>
          <Trans>Subscribe with this device’s calendar</Trans>
          <span className="unseen">: {name}</span>
        </a>
      </p>
    </>
  );
}
