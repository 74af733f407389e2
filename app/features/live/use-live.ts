import { useEffect, useRef } from "react";
import type { Board } from "~/words.ts";

/** How long to gather messages before asking for the page again: a colleague's five quick moves are one request. */
const GATHER_MS = 120;

interface Live {
  /** The newest event that the page shows already. */
  since: number;
  /** The board that the page is about; null for all of them. */
  board: Board | null;
  /** The review that the page is about: what happens in a review is heard on its own pages alone. */
  review?: number;
  /** While true, messages are kept and not acted on: a card is in the hand, or a move is under way. */
  paused: boolean;
  /** Asks for the page's data again. */
  refresh: () => void;
}

/**
 * Keeps the page as its colleagues change the plan: one EventSource a tab, which reconnects by itself and then hears what
 * it missed. A tab in the background closes it, since a browser allows only six lines to one server.
 */
export function useLive({ since, board, review, paused, refresh }: Live): void {
  const now = useRef({ since, paused, refresh });
  const heard = useRef(since);
  now.current = { since, paused, refresh };

  useEffect(() => {
    if (!paused && heard.current > since) now.current.refresh();
  }, [paused, since]);

  useEffect(() => {
    let line: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as { id: number; board: Board | null; review?: number };
      if (message.review && message.review !== review) return;
      if (!message.review && board && message.board && message.board !== board) return;
      heard.current = Math.max(heard.current, message.id);
      timer ??= setTimeout(() => {
        timer = undefined;
        if (!now.current.paused && heard.current > now.current.since) now.current.refresh();
      }, GATHER_MS);
    };
    const connect = () => {
      line?.close();
      line = undefined;
      if (document.hidden) return;
      line = new EventSource(`/live?since=${Math.max(heard.current, now.current.since)}`);
      line.onmessage = hear;
    };
    connect();
    document.addEventListener("visibilitychange", connect);
    return () => {
      document.removeEventListener("visibilitychange", connect);
      clearTimeout(timer);
      line?.close();
    };
  }, [board, review]);
}
