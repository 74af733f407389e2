import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Field } from "~/ui/field.tsx";
import { Fold, type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { DecisionScreen } from "../screen.server.ts";
import { MissingForAdoption, MissingToRejectList } from "./missing-for-adoption.tsx";
import { MovedOn } from "./plan-changes.tsx";

/** How far it is from being adopted, and what those who sit in the review can do with it. */
export function AdoptForm({ screen, returned }: { screen: DecisionScreen; returned: Returned }) {
  const { id, version, missing, missingToReject, seats, may, review, takingPart, changes, checked } = screen;
  const { quorum } = review;
  const blocked = checked.some(({ obstacle }) => obstacle !== null);
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
          <MissingForAdoption missing={missing} seats={seats} />
        </div>
      ) : blocked ? (
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
      {missingToReject.length > 0 && (
        <div className="hint">
          <p>
            <Trans>By the rule it cannot be recorded as not adopted yet:</Trans>
          </p>
          <MissingToRejectList missing={missingToReject} />
          {may.chair && (
            <p>
              <Trans>Whoever chairs the meeting can record it all the same.</Trans>
            </p>
          )}
        </div>
      )}
      {may.decide && (
        <div className="folds">
          {missing.length === 0 && !blocked && (
            <Form method="post" className="adopt" preventScrollReset>
              <HiddenField name="version" value={version} />
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
          {(missingToReject.length === 0 || may.chair) && (
            <WhyForm
              intent="reject"
              version={version}
              label={<Trans>Not adopted</Trans>}
              returned={returned}
              confirm={missingToReject.length > 0}
            />
          )}
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
  /** Whether the administrator who chairs has to confirm it, since the rule does not say so. */
  confirm?: boolean;
}

/** A form that may give a reason. */
export function WhyForm({ intent, version, label, returned, confirm = false }: WhyFormProps) {
  const { open, text, problems } = returnedTo(intent, returned);
  return (
    <Fold label={label} open={open}>
      <Form method="post" className="form" noValidate preventScrollReset>
        <HiddenField name="version" value={version} />
        <Field name="why" label={<Trans>Reason (optional)</Trans>} problem={problems.why}>
          {(control) => (
            <textarea {...control} className="textarea short" data-most={2000} defaultValue={text("why")} />
          )}
        </Field>
        {confirm && (
          <label className="choice">
            <input type="checkbox" name="sure" value="yes" required />
            <span>
              <Trans>I chair this meeting, and the committee did not adopt this decision.</Trans>
            </span>
          </label>
        )}
        <div className="buttons">
          <button className="button" name="intent" value={intent}>
            {label}
          </button>
        </div>
      </Form>
    </Fold>
  );
}
