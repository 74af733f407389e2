import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Quarters } from "~/features/plan/actions/replan.server.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenFields } from "~/ui/hidden-field.tsx";
import { ToastClose } from "~/ui/toast-close.tsx";
import { UndoButton } from "~/ui/undo-button.tsx";
import type { ReplanFields, ReplanResult, Replans } from "./use-replans.ts";

interface NewsProps {
  result: ReplanResult;
  back: string;
  replans: Replans;
}

/** What came of the last change of quarters, said quietly at the foot of the page, with what can be done about it. */
export function ReplanNews({ back, replans }: Omit<NewsProps, "result">) {
  const { result } = replans;
  return <div role="status">{result && <News result={result} back={back} replans={replans} />}</div>;
}

function News({ result, back, replans }: NewsProps) {
  const spoken = useQuarters();
  const { ref } = result;
  switch (result.outcome) {
    case "replanned": {
      const quarters = spoken(result.quarters);
      if (result.undone) {
        return (
          <Toast
            back={back}
            replans={replans}
            text={
              <Trans>
                {ref} is back as it was: {quarters}.
              </Trans>
            }
          />
        );
      }
      return (
        <Toast
          back={back}
          replans={replans}
          text={
            <Trans>
              {ref} is planned anew: {quarters}.
            </Trans>
          }
        >
          <Resend fields={{ intent: "undo-replan", event: String(result.event), ref }} back={back} replans={replans}>
            <Trans>Undo the change</Trans>
          </Resend>
        </Toast>
      );
    }
    case "stale":
      return <EditConflict result={result} back={back} replans={replans} />;
    case "line-lost":
      return (
        <Toast back={back} replans={replans} text={<Trans>The line dropped: {ref} is planned as it was.</Trans>}>
          <Resend fields={result.fields} back={back} replans={replans}>
            <Trans>Try again</Trans>
          </Resend>
        </Toast>
      );
    default:
      return null;
  }
}

/** Somebody else was there first: both states, and the decision. */
function EditConflict({ result, back, replans }: NewsProps & { result: Extract<ReplanResult, { outcome: "stale" }> }) {
  const { t } = useLingui();
  const format = useFormat();
  const spoken = useQuarters();
  const { ref, now, submitted } = result;
  const who = now.by ?? t`Somebody`;
  const when = format.instant(now.at);
  const stands = spoken(now);
  const fields = Object.fromEntries(Object.entries(submitted).map(([name, value]) => [name, String(value)]));
  const wanted = fields.intent === "replan" ? spoken({ start: fields.start || null, due: fields.due || null }) : null;
  return (
    <Toast
      back={back}
      replans={replans}
      text={
        <Trans>
          {who} changed {ref} meanwhile ({when}). It is planned now: {stands}. Your change was not made.
        </Trans>
      }
    >
      {wanted && (
        <Resend fields={{ ...fields, ref, version: String(now.version) }} back={back} replans={replans}>
          <Trans>Plan it all the same: {wanted}</Trans>
        </Resend>
      )}
    </Toast>
  );
}

/** An action's quarters as a sentence has them. */
function useQuarters(): (quarters: Quarters) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ start, due }) => {
    const from = start && format.quarter(start);
    const to = due && format.quarter(due);
    if (from && to) return t`${from} to ${to}`;
    if (from) return t`from ${from}, no due quarter yet`;
    if (to) return t`until ${to}, no start yet`;
    return t`no quarters yet`;
  };
}

/** A button that sends a change's fields: a plain form, taken over by JavaScript where there is any. */
function Resend({
  fields,
  back,
  replans,
  children,
}: Omit<NewsProps, "result"> & { fields: ReplanFields; children: ReactNode }) {
  const { quick: _, ...plain } = fields;
  return (
    <Form
      method="post"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        replans.sendForm(plain.ref ?? "", plain);
      }}
    >
      <HiddenFields fields={{ ...plain, back }} />
      {fields.intent === "undo-replan" ? (
        <UndoButton>{children}</UndoButton>
      ) : (
        <button className="button">{children}</button>
      )}
    </Form>
  );
}

function Toast({
  text,
  back,
  replans,
  children,
}: Omit<NewsProps, "result"> & { text: ReactNode; children?: ReactNode }) {
  return (
    <div className="toast">
      <span>{text}</span>
      {children}
      <ToastClose back={back} onClose={() => replans.setResult(null)} />
    </div>
  );
}
