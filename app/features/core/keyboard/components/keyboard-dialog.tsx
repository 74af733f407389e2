import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useEffect, useId, useRef } from "react";
import type { KeyDialog } from "../key-dialog.ts";
import { KeyboardHelp } from "./keyboard-help.tsx";

/** What the keyboard can do on this page, over it. */
export function KeyboardDialog({ onClose }: KeyDialog) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // A dialog takes the focus to its first control, which is at its end: with its heading, it opens at its top.
    heading.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="dialog keyboard" aria-labelledby={id} onClose={onClose}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        <Trans>What the keyboard can do</Trans>
      </h2>
      <KeyboardHelp here />
      <p>
        <Link to="/keyboard" onClick={() => dialog.current?.close()}>
          <Trans>All keys, and a switch for the single ones</Trans>
        </Link>
      </p>
      <form method="dialog" className="buttons">
        <button className="button">
          <Trans>Close</Trans>
        </button>
      </form>
    </dialog>
  );
}
