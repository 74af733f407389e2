import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Board } from "~/domain.ts";
import type { LiveMessage } from "./message.ts";

/** How long to gather messages before asking for the page again: a colleague's five quick moves are one request. */
const GATHER_MS = 120;

/** A browser gives up a line that was refused (too many, or the database in trouble): it is asked for again, ever later. */
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

interface Live {
  /** The newest event that the page shows already. */
  since: number;
  /** The board that the page is about; null for all of them. */
  board: Board | null;
  /** The review that the page is about: what happens in a review is heard on its own pages alone. */
  review?: number;
  /** The one action or suggestion that the page is about: it hears of nothing else. */
  action?: number;
  suggestion?: number;
  /** While true, messages are kept and not acted on: a card is in the hand, or a move is under way. */
  paused: boolean;
}

/**
 * Keeps the page as its colleagues change the plan: one EventSource a tab, which reconnects by itself and then hears what
 * it missed. A tab in the background closes it, since a browser allows only six lines to one server. The page is asked for
 * again when nothing else is being loaded: a request cut off halfway leaves an error that nobody can catch.
 */
export function useLive({ since, board, review, action, suggestion, paused }: Live): void {
  const { state, revalidate } = useRevalidator();
  const navigation = useNavigation();
  const waits = paused || state !== "idle" || navigation.state !== "idle";
  const heard = useRef(since);
  const asked = useRef({ heard: since, since });
  const catchUp = useRef(() => {});
  catchUp.current = () => {
    if (waits || heard.current <= since) return;
    // The same is not asked for again: a page whose data leave an event out would never come to rest.
    if (asked.current.heard === heard.current && asked.current.since === since) return;
    asked.current = { heard: heard.current, since };
    revalidate();
  };

  // Whenever nothing is waited for any more, and whenever the page has come: an answer that was on its way already when
  // the page was asked for again may have come in its stead, and not know yet of what was heard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` is not read here, and says that the page has come
  useEffect(() => {
    if (!waits) catchUp.current();
  }, [waits, since]);

  useEffect(() => {
    let line: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_RETRY_MS;
    const hear = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as LiveMessage;
      if (message.review && message.review !== review) return;
      if (!message.review && board && message.board && message.board !== board) return;
      if (action && message.action !== action) return;
      if (suggestion && message.suggestion !== suggestion) return;
      heard.current = Math.max(heard.current, message.id);
      timer ??= setTimeout(() => {
        timer = undefined;
        catchUp.current();
      }, GATHER_MS);
    };
    const connect = () => {
      clearTimeout(retry);
      line?.close();
      line = undefined;
      if (document.hidden) return;
      const opened = new EventSource(`/live?since=${heard.current}`);
      opened.onmessage = hear;
      opened.onopen = () => {
        wait = FIRST_RETRY_MS;
      };
      opened.onerror = () => {
        if (opened.readyState !== EventSource.CLOSED || line !== opened) return;
        // Not all pages at the same moment.
        retry = setTimeout(connect, wait * (1 + Math.random()));
        wait = Math.min(2 * wait, LONGEST_RETRY_MS);
      };
      line = opened;
    };
    connect();
    document.addEventListener("visibilitychange", connect);
    return () => {
      document.removeEventListener("visibilitychange", connect);
      clearTimeout(timer);
      clearTimeout(retry);
      line?.close();
    };
  }, [board, review, action, suggestion]);
}
