import { useLingui } from "@lingui/react";
import { Plural, Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useState } from "react";
import { confirmationOf } from "./confirmation.ts";
import { useFormat } from "./format.ts";
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

/**
 * One control with its label, its hint, and the message beside it when something is wrong. A control that names the most characters
 * that it may have (`data-most`) gets a counter. It has no `maxlength`, with which browsers cut what is pasted without a word.
 */
export function Field({ name, label, hint, problem, about, confirmation, children }: FieldProps) {
  const id = useId();
  const count = useCount(id);
  const described =
    [hint && `${id}-hint`, count && `${id}-count`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  const invalid = problem || (count && count.used > count.most);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, name, "aria-describedby": described, "aria-invalid": invalid ? true : undefined })}
      {count && <Counter id={`${id}-count`} {...count} />}
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

interface Count {
  used: number;
  most: number;
}

/** A short text needs no counter: nobody comes near the limit of a name by accident. */
const COUNTED_FROM = 100;
/** From which part of the limit on the counter of a text of a few lines appears, and that of a long one. */
const NEAR = { short: 0.75, long: 0.5 };

/** How many of its characters a control has used, once that is near its limit; null before, and where it has none. */
function useCount(id: string): Count | null {
  const [count, setCount] = useState<Count | null>(null);
  useEffect(() => {
    const control = document.getElementById(id);
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    const most = Number(control.dataset.most ?? 0);
    if (most < COUNTED_FROM) return;
    const near = most * (most < 1000 ? NEAR.short : NEAR.long);
    const update = () => {
      // As the server counts: without what is around the text.
      const used = control.value.trim().length;
      setCount(used >= near ? { used, most } : null);
    };
    update();
    control.addEventListener("input", update);
    return () => control.removeEventListener("input", update);
  }, [id]);
  return count;
}

function Counter({ id, used, most }: Count & { id: string }) {
  const { number } = useFormat();
  const [usedText, mostText] = [number(used), number(most)];
  const over = used - most;
  return (
    <span className={over > 0 ? "problem" : "hint"} id={id}>
      {over > 0 ? (
        <Trans>
          {usedText} of {mostText} characters: <Plural value={over} one="# too many" other="# too many" />
        </Trans>
      ) : (
        <Trans>
          {usedText} of {mostText} characters
        </Trans>
      )}
    </span>
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
  const { number } = useFormat();
  const [, most] = /^too-long:(\d+)$/.exec(code) ?? [];
  const mostText = most && number(Number(most));
  const [, whole, fraction] = /^number-two-ways:(.*)\|(.*)$/.exec(code) ?? [];
  return (
    <span className="problem" id={id}>
      {mostText ? (
        <Trans>This is too long. Use at most {mostText} characters.</Trans>
      ) : whole ? (
        <Trans>
          This number can be read in two ways. Write {whole} or {fraction}.
        </Trans>
      ) : (
        _(PROBLEMS[code as keyof typeof PROBLEMS] ?? PROBLEMS["not-valid"])
      )}
      {about && ` ${about}`}
    </span>
  );
}
