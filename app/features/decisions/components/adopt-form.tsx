import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Fold, type Returned, returnedTo } from "~/ui/deed-form.tsx";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import type { DecisionScreen } from "../screen.server.ts";
import { MissingWords } from "./missing-words.tsx";
import { MovedOn } from "./plan-changes.tsx";

/** How far it is from being adopted, and what those who sit in the review can do with it. */
export function AdoptForm({ screen, returned }: { screen: DecisionScreen; returned: Returned }) {
  const { id, version, missing, seats, may, review, takingPart, changes, checked } = screen;
  const { quorum } = review;
  const barred = checked.some(({ obstacle }) => obstacle !== null);
  return (
    <section className="section adopting" aria-labelledby="adopting">
      <h2 id="adopting">
        <Trans>Deciding</Trans>
      </h2>
      <p className="hint">
        {review.rule === "majority" ? (
          <Trans>
            By a majority: more consents than half of all seats that do not recuse themselves. Seats that take part:{" "}
            {takingPart}; quorum: {quorum}.
          </Trans>
        ) : (
          <Trans>
            By consent: no seat objects, and one seat at least of each continental network present consents. Seats that
            take part: {takingPart}; quorum: {quorum}.
          </Trans>
        )}
      </p>
      {missing.length > 0 ? (
        <div className="not-yet">
          <p>
            <strong>
              <Trans>It cannot be adopted yet.</Trans>
            </strong>
          </p>
          <MissingWords missing={missing} seats={seats} />
        </div>
      ) : barred ? (
        <p className="not-yet">
          <strong>
            <Trans>The rule holds, but the plan cannot be changed as written: see above what stands in the way.</Trans>
          </strong>
        </p>
      ) : (
        <p>
          <strong>
            ✓ <Trans>The rule holds: it can be adopted.</Trans>
          </strong>
        </p>
      )}
      {may.decide && (
        <div className="deeds">
          {missing.length === 0 && !barred && (
            <Form method="post" className="adopt" preventScrollReset>
              <input type="hidden" name="version" value={version} />
              <MovedOn checked={checked} changes={changes} />
              <button className="button solid" name="intent" value="adopt">
                {changes.length > 0 ? <Trans>Adopt it and change the plan</Trans> : <Trans>Adopt it</Trans>}
              </button>
            </Form>
          )}
          {may.edit && (
            <Link className="button" to={`/decisions/${id}/edit`}>
              <Trans>Reword</Trans>
            </Link>
          )}
          <WhyForm intent="reject" version={version} label={<Trans>Not adopted</Trans>} returned={returned} />
          {may.withdraw && (
            <WhyForm intent="withdraw" version={version} label={<Trans>Withdraw</Trans>} returned={returned} />
          )}
        </div>
      )}
    </section>
  );
}

interface WhyFormProps {
  intent: "reject" | "withdraw";
  version: number;
  label: ReactNode;
  returned: Returned;
}

/** A deed that may say why. */
function WhyForm({ intent, version, label, returned }: WhyFormProps) {
  const { open, text, problems } = returnedTo(intent, returned);
  return (
    <Fold label={label} open={open}>
      <Form method="post" className="form" noValidate preventScrollReset>
        <input type="hidden" name="version" value={version} />
        <Field name="why" label={<Trans>Why, if it is to be said</Trans>} problem={problems.why}>
          {(control) => (
            <textarea {...control} className="textarea short" data-most={2000} defaultValue={text("why")} />
          )}
        </Field>
        <div className="buttons">
          <button className="button" name="intent" value={intent}>
            {label}
          </button>
        </div>
      </Form>
    </Fold>
  );
}
