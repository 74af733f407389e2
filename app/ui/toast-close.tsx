import { useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

interface ToastCloseProps {
  /** The page without the message: where the link leads without JavaScript. */
  back: string;
  onClose: () => void;
}

/** Closes a message at the foot of a page. */
export function ToastClose({ back, onClose }: ToastCloseProps) {
  const { t } = useLingui();
  return (
    <Link
      className="button"
      to={back}
      preventScrollReset
      aria-label={t`Close this message`}
      onClick={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <span aria-hidden>×</span>
    </Link>
  );
}
