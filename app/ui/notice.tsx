import { type ReactNode, useEffect, useRef } from "react";

interface NoticeProps {
  children: ReactNode;
  /** Something needs another look: it is read out at once, and comes into view. */
  wrong?: boolean;
}

/**
 * What a page has to say about what was just sent. A form's button stands at its foot and this at its head, so that what
 * went wrong is brought into view, and the keyboard with it.
 */
export function Notice({ children, wrong = false }: NoticeProps) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wrong) return;
    shown.current?.focus({ preventScroll: true });
    shown.current?.scrollIntoView({ block: "start" });
  }, [wrong]);
  return (
    <div className={wrong ? "notice wrong" : "notice"} role={wrong ? "alert" : "status"} ref={shown} tabIndex={-1}>
      {children}
    </div>
  );
}
