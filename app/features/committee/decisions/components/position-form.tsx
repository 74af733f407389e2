import { Trans } from "@lingui/react/macro";
import { SEAT_POSITIONS, type SeatPosition } from "~/domain.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { SEAT_POSITION_GLYPH, useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { TextLanguage } from "~/ui/text-language.tsx";

interface PositionFormProps {
  seat: { id: number; holder: string; network: string; position: SeatPosition | null; reason: string };
  version: number;
  submitted: Record<string, string | string[]>;
  problems: Record<string, ProblemCode>;
}

/** What a seat says to a decision, by whoever holds it. */
export function PositionForm({ seat, version, submitted, problems }: PositionFormProps) {
  const labels = useLabels();
  const { holder, network } = seat;
  const chosen = String(submitted.position ?? seat.position ?? "");
  return (
    <Form method="post" className="form position-form" noValidate preventScrollReset>
      <HiddenField name="seat" value={seat.id} />
      <HiddenField name="version" value={version} />
      <TextLanguage submitted={submitted.textLanguage} />
      <Choices
        legend={
          <Trans>
            What the seat of {holder} ({network}) says
          </Trans>
        }
        hint={<Trans>You can change it until it is decided. A seat that recuses itself counts for nothing.</Trans>}
        problem={problems.position}
      >
        {SEAT_POSITIONS.map((position) => (
          <label key={position}>
            <input type="radio" name="position" value={position} defaultChecked={chosen === position} />
            <span>
              <span aria-hidden>{SEAT_POSITION_GLYPH[position]}</span> {labels.position(position)}
            </span>
          </label>
        ))}
      </Choices>
      <Field
        name="reason"
        label={<Trans>Reason</Trans>}
        hint={<Trans>An objection needs one; a recusal may say why.</Trans>}
        problem={problems.reason}
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            data-most={2000}
            defaultValue={String(submitted.reason ?? seat.reason)}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button solid" name="intent" value="position">
          <Trans>Say it</Trans>
        </button>
      </div>
    </Form>
  );
}
