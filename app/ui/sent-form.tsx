import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** A form on its way to the server. */
export interface Sent {
  key: string;
  fields: Record<string, string>;
}

interface SentFormProps<S extends Sent, D, R> {
  sent: S;
  /** What the route's answer says came of it; the same function at each render. */
  answer: (data: D) => R | null | undefined;
  onSettled: (sent: S, result: R) => void;
}

/** Sends its form once, and says what came of it when the page's data are fresh again. */
export function SentForm<S extends Sent, D, R>({ sent, answer, onSettled }: SentFormProps<S, D, R>) {
  const { submit, state, data } = useFetcher<D>({ key: sent.key });
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    submit(sent.fields, { method: "post" });
  }, [submit, sent]);

  useEffect(() => {
    const result = data && answer(data as D);
    if (state === "idle" && result) onSettled(sent, result);
  }, [state, data, answer, sent, onSettled]);

  return null;
}
