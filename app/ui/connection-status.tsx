import { Trans } from "@lingui/react/macro";
import { useFetchers, useLocation, useNavigate, useNavigation } from "@remix-run/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { onWaiting, stopWaiting, tryNow, waitingNow } from "./connection.ts";

/** An interruption shorter than this is over before anybody could read of it. */
const SHOWN_AFTER_MS = 400;

/**
 * Says that the page is at work, and that the line has dropped: what was typed stays in the page, and is sent when it returns.
 */
export function ConnectionStatus() {
  const waiting = useSyncExternalStore(onWaiting, waitingNow, () => null);
  const { state, formMethod } = useNavigation();
  const fetchers = useFetchers().filter((fetcher) => fetcher.state !== "idle");
  const fetches = fetchers.length > 0;
  const busy = state !== "idle";
  const sending = busy && formMethod === "POST";
  // Before the first form of a page the router may ask which routes there are: it is the form that waits then, too.
  const sends = waiting?.sends || sending || fetchers.some((fetcher) => fetcher.formMethod === "POST");
  const waits = useLasting(waiting !== null);
  useBusyButton(busy || fetches);
  const stop = useStop();
  return (
    <div className="connection" data-busy={busy ? "" : undefined}>
      <div role="status">
        {waiting && waits ? (
          <p className="notice wrong">
            {waiting.refused ? (
              <Trans>The server can’t save at the moment. Your text is kept and will be sent again.</Trans>
            ) : sends ? (
              <Trans>No connection. Your text is kept and will be sent when the connection is back.</Trans>
            ) : (
              <Trans>No connection. The page opens when the connection is back.</Trans>
            )}
          </p>
        ) : (
          sending && (
            <span className="unseen">
              <Trans>Saving…</Trans>
            </span>
          )
        )}
      </div>
      {waiting && waits && (
        <p className="buttons">
          <button type="button" className="button" onClick={tryNow}>
            <Trans>Try now</Trans>
          </button>
          <button type="button" className="button quiet" onClick={stop}>
            <Trans>Stop</Trans>
          </button>
        </p>
      )}
    </div>
  );
}

/** Whether something has been so for a while. */
function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return lasting;
}

/**
 * Ends what the page waits for. A navigation to the very same place makes the router give up the one under way, without
 * asking the server for anything; what others have sent by themselves is told that its line has dropped.
 */
function useStop() {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  return () => {
    navigate({ pathname, search, hash: hash || "#content" }, { replace: true, preventScrollReset: true });
    setTimeout(stopWaiting, 0);
  };
}

/** Marks the button that was pressed for as long as the page is at work with it. */
function useBusyButton(busy: boolean): void {
  useEffect(() => {
    const pressed = ({ target, submitter }: SubmitEvent) => {
      const { method, enctype } = target as HTMLFormElement;
      // A file shows by itself how far it is.
      if (method === "post" && enctype !== "multipart/form-data") submitter?.setAttribute("aria-busy", "true");
    };
    document.addEventListener("submit", pressed);
    return () => document.removeEventListener("submit", pressed);
  }, []);
  useEffect(() => {
    if (busy) return;
    for (const button of document.querySelectorAll("button[aria-busy=true]")) button.removeAttribute("aria-busy");
  }, [busy]);
}
