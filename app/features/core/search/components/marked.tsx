import { Fragment } from "react";
import { pieces } from "../terms.ts";

/** A text of the search, with what was found in it marked. */
export function Marked({ text }: { text: string }) {
  // Pieces have no name of their own, and never change places.
  return pieces(text).map(({ text: piece, found }, at) => {
    const key = `${at}`;
    return found ? <mark key={key}>{piece}</mark> : <Fragment key={key}>{piece}</Fragment>;
  });
}
