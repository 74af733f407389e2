import { useEffect } from "react";

/** What makes React take a page over at once, in the midst of an event, when it has not come to it yet. */
const EVENTS = [
  ...[
    "click",
    "auxclick",
    "dblclick",
    "contextmenu",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "pointercancel",
  ],
  ...["touchstart", "touchend", "touchcancel", "dragstart", "dragend", "drop", "keydown", "keypress", "keyup"],
  ...[
    "beforeinput",
    "input",
    "change",
    "compositionstart",
    "compositionend",
    "copy",
    "cut",
    "paste",
    "reset",
    "submit",
  ],
];

const hold = (event: Event) => event.stopImmediatePropagation();

/**
 * Keeps what people do from React until it has taken the page over: until then links and forms are the browser's, as they
 * are without a script. Interrupted by an early click, React 18 can give the page up for good (its error 345).
 */
export function holdEarlyEvents(): void {
  for (const name of EVENTS) addEventListener(name, hold, true);
}

/** Lets events through once the page is React's. */
export function ReleaseEvents(): null {
  useEffect(() => {
    for (const name of EVENTS) removeEventListener(name, hold, true);
  }, []);
  return null;
}
