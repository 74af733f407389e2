import { useCallback, useState } from "react";
import type { Sent } from "./sent-form.tsx";

interface Options<Change, Open, Result> {
  /** The form that is open when the page comes. */
  opened: Open | null;
  /** What came of a change that was sent without scripts. */
  news: Result | null;
  /** Returns the form in which a refused change is put right; null for any other answer. The same function at each render. */
  reopened?: (change: Change, answer: Result) => Open | null;
}

let changes = 0;

/**
 * The changes that a page sends by `SentForm`: those on their way, which it draws as if they had been made; the form that is open;
 * and what came of the last change.
 */
export function useSentChanges<Change extends object, Open, Result>({
  opened,
  news,
  reopened,
}: Options<Change, Open, Result>) {
  const [sent, setSent] = useState<(Change & Sent)[]>([]);
  const [open, setOpen] = useState(opened);
  const [result, setResult] = useState(news);

  const send = useCallback((change: Change, fields: Sent["fields"]) => {
    changes += 1;
    const key = `change-${changes}`;
    setResult(null);
    setOpen(null);
    setSent((all) => [...all, { ...change, key, fields: { ...fields, quick: "1" } }]);
  }, []);

  const settle = useCallback(
    (change: Change & Sent, answer: Result) => {
      setSent((all) => all.filter((one) => one !== change));
      const form = reopened?.(change, answer) ?? null;
      if (form !== null) setOpen(form);
      else setResult(answer);
    },
    [reopened],
  );

  return { sent, open, result, send, settle, setOpen, setResult };
}
