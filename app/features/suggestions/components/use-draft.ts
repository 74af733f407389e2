import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** How long somebody may pause in typing before the draft is kept. */
const PAUSE_MS = 800;

export type DraftSaving = "none" | "saving" | "kept" | "not-kept";

/**
 * Keeps what is typed on the server, as soon as something is typed and each time the typing pauses. One request at a time:
 * the first answer gives the draft's id, which the later ones name.
 */
export function useDraft(known: number | null, wanted: boolean) {
  const [id, setId] = useState(known);
  const [state, setState] = useState<DraftSaving>("none");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const under = useRef(false);
  const again = useRef<HTMLFormElement | null>(null);
  const current = useRef(known);
  const resume = useRef<(() => void) | null>(null);

  const keep = useCallback(async (form: HTMLFormElement) => {
    if (under.current) {
      again.current = form;
      return;
    }
    under.current = true;
    setState("saving");
    const body = new FormData(form);
    body.set("intent", "draft");
    if (current.current !== null) body.set("draft", String(current.current));
    try {
      const answer = await fetch("/suggestions/drafts", { method: "POST", body });
      // Signed out, it is the sign-in page that answers.
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const { draft } = (await answer.json()) as { draft: number };
      if (current.current === null) nameInAddress(draft);
      current.current = draft;
      // At once: a submit that waits for this names the draft.
      flushSync(() => {
        setId(draft);
        setState("kept");
      });
    } catch {
      setState("not-kept");
    }
    under.current = false;
    const submit = resume.current;
    resume.current = null;
    if (submit) return submit();
    const next = again.current;
    again.current = null;
    if (next) void keep(next);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);

  // A submit that was refused tells of a draft whose answer was lost.
  useEffect(() => {
    if (known === null || current.current !== null) return;
    current.current = known;
    setId(known);
  }, [known]);

  return {
    id,
    state,
    onChange: (event: FormEvent<HTMLFormElement>) => {
      // Going from step to step is no typing.
      if (!wanted || (event.target as HTMLInputElement).name === "step") return;
      const form = event.currentTarget;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(form), current.current === null ? 0 : PAUSE_MS);
    },
    // What is submitted is no draft any more: nothing may follow it, and a draft that is being kept has to be named in it.
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      clearTimeout(timer.current);
      again.current = null;
      if (!under.current) return;
      event.preventDefault();
      const form = event.currentTarget;
      const { submitter } = event.nativeEvent as SubmitEvent;
      resume.current = () => form.requestSubmit(submitter);
    },
  };
}

/** A step back and forward, a reload and another language come back to the draft. */
function nameInAddress(draft: number): void {
  const url = new URL(window.location.href);
  if (url.pathname !== "/suggestions/new") return;
  url.searchParams.set("draft", String(draft));
  window.history.replaceState(window.history.state, "", url);
}
