import type { ReactNode } from "react";

interface ScrollBoxProps {
  /** The id of the heading that names what scrolls. */
  labelledBy: string;
  children: ReactNode;
}

/** A wide table or drawing that scrolls by itself on a phone, and is reached by the keyboard to do so. */
export function ScrollBox({ labelledBy, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard.
    <section className="scroll" tabIndex={0} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
