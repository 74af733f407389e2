import { type FormProps, Form as RemixForm, useNavigation } from "@remix-run/react";
import { createContext, forwardRef, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { onAnswered } from "./connection.ts";
import { KEY_FIELD, newFormKey } from "./form-key.ts";

/** What the one-time keys of this page's forms begin with. */
const PageKey = createContext("");

interface FormKeysProps {
  /** What the keys in the server's document begin with; empty for a page without one. */
  documentKey: string;
  children: ReactNode;
}

/**
 * Gives the forms of a page their one-time keys. A form sent twice keeps its key, so that the server carries it out once
 * (app/features/core/history/submission.server.ts). All keys are new as soon as a submission has been answered and its page is
 * there, so that the same comment can be written a second time.
 */
export function FormKeys({ documentKey, children }: FormKeysProps) {
  const [key, setKey] = useState(documentKey);
  const { state } = useNavigation();
  const answered = useRef(false);
  useEffect(() => {
    // A document out of the browser's cache carries keys that may have been used.
    setKey(newFormKey());
    const shownAgain = (event: PageTransitionEvent) => event.persisted && setKey(newFormKey());
    window.addEventListener("pageshow", shownAgain);
    return () => window.removeEventListener("pageshow", shownAgain);
  }, []);
  useEffect(
    () =>
      onAnswered(() => {
        answered.current = true;
      }),
    [],
  );
  // Given up on a lost line, it may have arrived: then its key stays.
  useEffect(() => {
    if (state !== "idle" || !answered.current) return;
    answered.current = false;
    setKey(newFormKey());
  }, [state]);
  return <PageKey.Provider value={key}>{children}</PageKey.Provider>;
}

/** The one-time key of a form: the first thing in every form that posts and is no `Form`. */
export function KeyField() {
  const page = useContext(PageKey);
  const id = useId();
  return page ? <input type="hidden" name={KEY_FIELD} value={`${page}${id}`} /> : null;
}

/** A form of the product: Remix's, with a one-time key where it posts. */
export const Form = forwardRef<HTMLFormElement, FormProps>(function Form({ children, ...props }, ref) {
  return (
    <RemixForm ref={ref} {...props}>
      {props.method === "post" && <KeyField />}
      {children}
    </RemixForm>
  );
});
