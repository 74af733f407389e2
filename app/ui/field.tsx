import "~/i18n/forms.client.ts";
import { useLingui } from "@lingui/react";
import { type ReactNode, useId } from "react";
import { confirmationOf } from "./confirmation.ts";
import { PROBLEMS, type ProblemCode } from "./problems.ts";

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: ProblemCode | undefined;
  /** What the problem's words are about, where they cannot say it: a number, the way of a circle. */
  about?: string | undefined;
  /** What is asked of somebody who typed something unlikely; shown with the problem alone. */
  confirmation?: Confirmation | undefined;
  children: (attributes: ControlAttributes) => ReactNode;
}

export interface Confirmation {
  /** The text that the question is about, as it was typed. */
  value: string;
  label: ReactNode;
}

/** What ties a control to its label, its hint and its problem; spread over the input, select or textarea. */
export interface ControlAttributes {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** One control with its label, its hint, and the message beside it when something is wrong. */
export function Field({ name, label, hint, problem, about, confirmation, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, name, "aria-describedby": described, "aria-invalid": problem ? true : undefined })}
      {problem && <Problem id={`${id}-problem`} code={problem} about={about} />}
      {problem && confirmation && (
        <label className="choice">
          {/* Another text is another question: the box of the last one must not stay ticked. */}
          <input key={confirmation.value} type="checkbox" name={confirmationOf(name)} value={confirmation.value} />
          <span>{confirmation.label}</span>
        </label>
      )}
    </div>
  );
}

/** Several controls under one question: radio buttons, check boxes. */
export function Choices({
  legend,
  hint,
  problem,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  problem?: ProblemCode | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className="field" aria-describedby={described} aria-invalid={problem ? true : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="choices">{children}</div>
      {problem && <Problem id={`${id}-problem`} code={problem} />}
    </fieldset>
  );
}

export function Problem({ id, code, about }: { id: string; code: ProblemCode; about?: string | undefined }) {
  const { _ } = useLingui();
  return (
    <span className="problem" id={id}>
      {_(PROBLEMS[code] ?? PROBLEMS.missing)}
      {about && ` ${about}`}
    </span>
  );
}
