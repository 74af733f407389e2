import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { SEAT_CAPACITIES, type SeatCapacity } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { Fold } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";

interface SeatFormProps {
  /** Absent for a new seat. */
  seat?: { id: number; holder: string; networkId: number; capacity: SeatCapacity; personId: string | null };
  /** The accounts that may hold a seat. */
  accounts: { id: string; name: string; network: string }[];
  networks: { id: number; name: string; depth: number }[];
  problems: Record<string, ProblemCode>;
  submitted: Record<string, string | string[]> | null;
}

/** A seat of the committee: who holds it, for which network, as what. */
export function SeatForm({ seat, networks, accounts, problems, submitted }: SeatFormProps) {
  const labels = useLabels();
  const { t } = useLingui();
  return (
    <>
      <Form method="post" className="form seat-form" noValidate preventScrollReset>
        {seat && <HiddenField name="seat" value={seat.id} />}
        <Field name="holder" label={<Trans>Name</Trans>} problem={problems.holder}>
          {(control) => (
            <input
              {...control}
              className="input"
              data-most={120}
              defaultValue={String(submitted?.holder ?? seat?.holder ?? "")}
            />
          )}
        </Field>
        <div className="two">
          <Field name="networkId" label={<Trans>Network</Trans>} problem={problems.networkId}>
            {(control) => (
              <Select
                {...control}
                value={String(submitted?.networkId ?? seat?.networkId ?? "")}
                options={networks.map(({ id, name, depth }): Option => [String(id), indented(depth, name)])}
              />
            )}
          </Field>
          <Field name="capacity" label={<Trans>As</Trans>} problem={problems.capacity}>
            {(control) => (
              <Select
                {...control}
                value={String(submitted?.capacity ?? seat?.capacity ?? "representative")}
                options={SEAT_CAPACITIES.map((capacity): Option => [capacity, labels.capacity(capacity)])}
              />
            )}
          </Field>
        </div>
        <Field
          name="personId"
          label={<Trans>Account</Trans>}
          hint={<Trans>By this account the seat assesses, decides and signs off in the committee’s reviews.</Trans>}
          problem={problems.personId}
        >
          {(control) => (
            <Select
              {...control}
              value={String(submitted?.personId ?? seat?.personId ?? "")}
              options={[
                ["", t`None`],
                ...accounts.map(({ id, name, network }): Option => [id, `${name} · ${network}`]),
              ]}
            />
          )}
        </Field>
        {seat && (
          <p className="hint">
            <Trans>
              If the name, the network or the account changes, what this seat said to open decisions lapses and must be
              recorded anew.
            </Trans>
          </p>
        )}
        <div className="buttons">
          <button className="button solid" name="intent" value="save">
            {seat ? <Trans>Save</Trans> : <Trans>Add</Trans>}
          </button>
          {seat && (
            <Link className="button quiet" to="/committee" preventScrollReset>
              <Trans>Cancel</Trans>
            </Link>
          )}
        </div>
      </Form>
      {seat && <RemoveSeat id={seat.id} problem={problems.sure} />}
    </>
  );
}

/** Removing a seat asks for confirmation: what it said to open decisions counts no longer. */
function RemoveSeat({ id, problem }: { id: number; problem: ProblemCode | undefined }) {
  return (
    <Fold label={<Trans>Remove the seat</Trans>} open={problem !== undefined}>
      <Form method="post" className="form" noValidate preventScrollReset>
        <HiddenField name="seat" value={id} />
        <p className="hint">
          <Trans>
            What this seat said to open decisions no longer counts. Decided decisions and closed reviews stay as they
            are.
          </Trans>
        </p>
        <Field name="sure" label={<Trans>Confirmation</Trans>} problem={problem}>
          {(control) => (
            <label className="choice">
              <input {...control} type="checkbox" value="yes" required />
              <span>
                <Trans>Yes, remove this seat.</Trans>
              </span>
            </label>
          )}
        </Field>
        <div className="buttons">
          <button className="button" name="intent" value="remove">
            <Trans>Remove the seat</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}
