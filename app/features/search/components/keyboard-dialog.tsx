import "~/i18n/search.client.ts";
import { Trans } from "@lingui/react/macro";
import { useEffect, useId, useRef } from "react";
import { KeyboardHelp } from "./keyboard-help.tsx";
import type { KeyDialog } from "./shortcuts.tsx";

/** All that the keyboard can do, over the page. */
export function KeyboardDialog({ onClose }: KeyDialog) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog keyboard" aria-labelledby={id} onClose={onClose}>
      {/* The dialog takes the focus to its first control, which is at its end: to its heading, it opens at its top. */}
      <h2 id={id} tabIndex={-1} autoFocus>
        <Trans>What the keyboard can do</Trans>
      </h2>
      <KeyboardHelp />
      <form method="dialog" className="buttons">
        <button className="button">
          <Trans>Close</Trans>
        </button>
      </form>
    </dialog>
  );
}
