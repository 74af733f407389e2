import { Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "@remix-run/react";
import { type FormEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Board, Stage } from "~/domain.ts";
import type { QuickAdded } from "~/features/plan/actions/quick-add.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenFields } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Sent, SentForm } from "~/ui/sent-form.tsx";
import type { MoveResult } from "./use-moves.ts";

interface QuickAddProps {
  board: Board;
  stage: Stage;
  /** The board's address, to which a plain form comes back. */
  back: string;
  /** What came of a title that a plain form sent. */
  news: QuickAdded | null;
  onClose: () => void;
}

interface RouteAnswer {
  added?: QuickAdded | null;
  move?: MoveResult | null;
}

/** What came of a title that a script sent: a line that dropped saved nothing. */
type Answer = QuickAdded | { outcome: "line-lost" };

/** A title that was not taken, while the next one stands in the field already. */
interface NotAdded {
  title: string;
  key: string;
}

const answerOf = ({ added, move }: RouteAnswer): Answer | null =>
  added ?? (move?.outcome === "line-lost" ? { outcome: "line-lost" } : null);

let titles = 0;

/** The form at the foot of a column: a title and Enter make an action, and the field stays for the next one. */
export function QuickAdd({ board, stage, back, news, onClose }: QuickAddProps) {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement | null>(null);
  const own = news?.stage === stage ? news : null;
  const [sent, setSent] = useState<Sent[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(own);
  const [notAdded, setNotAdded] = useState<NotAdded[]>([]);

  useEffect(() => {
    const form = field.current?.form;
    const column = form?.closest(".column");
    field.current?.focus();
    return () => {
      // The focus went with the form, unless it is somewhere else already.
      if (document.activeElement === document.body) column?.querySelector<HTMLElement>(".quick-add-link")?.focus();
    };
  }, []);

  const settle = useCallback((one: Sent, came: Answer) => {
    setSent((all) => all.filter(({ key }) => key !== one.key));
    setAnswer(came);
    if (came.outcome === "added") document.getElementById(came.ref)?.scrollIntoView({ block: "nearest" });
    else if (!field.current?.value) write(field.current, one.fields.title ?? "");
    else setNotAdded((all) => [...all, { key: one.key, title: one.fields.title ?? "" }]);
  }, []);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = field.current?.value ?? "";
    titles += 1;
    // Each title has a one-time key of its own (app/ui/connection.ts): the same one can be entered twice on purpose.
    const fields = { intent: "add", stage, title, quick: "1" };
    setAnswer(null);
    setSent((all) => [...all, { key: `title-${titles}`, fields }]);
    write(field.current, "");
  };

  const goOn = (event: MouseEvent) => {
    event.preventDefault();
    navigate(wholeForm(board, stage, field.current?.value ?? ""));
  };

  const problems = answer?.outcome === "invalid" ? answer.problems : {};
  const problem: ProblemCode | undefined = problems.title ?? problems.stage;
  return (
    <Form
      method="post"
      id={`add-${stage}`}
      className="quick-add"
      preventScrollReset
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <HiddenFields fields={{ intent: "add", board, stage, back }} />
      <Field name="title" label={<Trans>Title</Trans>} problem={problem}>
        {(control) => (
          <input
            {...control}
            ref={field}
            className="input"
            autoComplete="off"
            enterKeyHint="enter"
            data-most={200}
            defaultValue={own?.outcome === "invalid" ? String(own.submitted.title ?? "") : ""}
          />
        )}
      </Field>
      {answer?.outcome === "line-lost" && (
        <p className="problem">
          <Trans>The line dropped, so nothing was saved. What you typed is still here.</Trans>
        </p>
      )}
      {notAdded.map(({ key, title }) => (
        <p key={key} className="problem">
          <Trans>
            Not added: <Link to={wholeForm(board, stage, title)}>{title}</Link>
          </Trans>
        </p>
      ))}
      <div className="buttons">
        <button className="button solid">
          <Trans>Add</Trans>
        </button>
        <button className="button" formMethod="get" formAction="/actions/new" onClick={goOn}>
          <Trans context="of an action, than its title">More…</Trans>
        </button>
        <Link
          className="button quiet"
          to={back}
          preventScrollReset
          onClick={(event) => {
            event.preventDefault();
            onClose();
          }}
        >
          <Trans>Close</Trans>
        </Link>
      </div>
      <p role="status">{answer?.outcome === "added" && <Added ref_={answer.ref} title={answer.title} />}</p>
      {sent.map((one) => (
        <SentForm key={one.key} sent={one} answer={answerOf} onSettled={settle} />
      ))}
    </Form>
  );
}

/** Names what was added: a column that shows only its first cards does not show it. */
function Added({ ref_: ref, title }: { ref_: string; title: string }) {
  return (
    <Trans>
      Added:{" "}
      <Link to={`/actions/${ref}`}>
        {ref} {title}
      </Link>
    </Trans>
  );
}

const wholeForm = (board: Board, stage: Stage, title: string) =>
  `/actions/new?${new URLSearchParams({ board, stage, title })}`;

/** Writes into the field, and tells those who keep what is typed (app/ui/use-typed-text.ts). */
function write(field: HTMLInputElement | null, text: string): void {
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
