import { Trans } from "@lingui/react/macro";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { MeetingScreen } from "../screen.server.ts";

interface WhoIsThereProps extends Pick<MeetingScreen, "seats" | "may"> {
  quorum: number;
  open: boolean;
}

/** The seats, and which of them are at the meeting: each marks itself, whoever leads the meeting marks all. */
export function WhoIsThere({ seats, may, quorum, open }: WhoIsThereProps) {
  const labels = useLabels();
  const present = seats.filter((seat) => seat.present).length;
  const all = seats.length;
  return (
    <section className="who-is-there" aria-labelledby="who-is-there">
      <h2 id="who-is-there">
        <Trans>Who is there</Trans>
      </h2>
      <p className="count">
        <Trans>
          <strong>{present}</strong> of {all} seats are there; the quorum is {quorum}.
        </Trans>
      </p>
      <ul>
        {seats.map(({ id, holder, network, capacity, present: there, mine }) => (
          <li key={id} data-seat={id} data-present={there || undefined}>
            <span aria-hidden className="presence">
              {there ? "●" : "○"}
            </span>
            <span>
              {holder}
              <small className="soft">
                {network} · {labels.capacity(capacity)}
              </small>
              <span className="unseen">{there ? <Trans>present</Trans> : <Trans>not there</Trans>}</span>
            </span>
            {open && (mine || may.lead) && (
              <Form method="post" preventScrollReset>
                <HiddenField name="seat" value={id} />
                <HiddenField name="present" value={there ? "no" : "yes"} />
                <button className="button quiet" name="intent" value="attend">
                  {mine ? (
                    there ? (
                      <Trans>I leave</Trans>
                    ) : (
                      <Trans>I am here</Trans>
                    )
                  ) : there ? (
                    <Trans>Not there</Trans>
                  ) : (
                    <Trans>Present</Trans>
                  )}
                  {!mine && <span className="unseen">: {holder}</span>}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
