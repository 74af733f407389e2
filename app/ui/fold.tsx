import type { ReactNode } from "react";
import type { ProblemCode } from "./problems.ts";

/** What a form of the page came back with, if it was this page's last. */
export interface Returned {
  submitted: Record<string, string | string[]>;
  problems: Record<string, ProblemCode>;
  /** Which of the page's forms it was. */
  intent: string | null;
}

/** What of it belongs to one form: nothing where another one was sent. */
export function returnedTo(form: string, { submitted, problems, intent }: Returned) {
  const mine = intent === form;
  const text = (name: string) => (mine ? String([submitted[name] ?? ""].flat()[0]) : "");
  return { open: mine, text, problems: mine ? problems : ({} as Returned["problems"]) };
}

/** A form that asks for something more: folded until it is wanted, open when it came back. */
export function Fold({ label, open, children }: { label: ReactNode; open: boolean; children: ReactNode }) {
  return (
    <details className="folded" open={open}>
      <summary className="button">{label}</summary>
      {children}
    </details>
  );
}
