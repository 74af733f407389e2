import { type ComponentType, useEffect, useRef, useState } from "react";

/**
 * A piece of a page with a script of its own, which only those download who come to see it. The server has all pieces before
 * it draws a page, and the browser those that the page shows before it takes it over (`piecesReady` in both entries), so that
 * neither ever waits in the middle.
 */
export interface Lazy<Props> {
  /** Null until its script is here. */
  readonly Piece: ComponentType<Props> | null;
  /** Fetches its script; at once when it is here already. */
  ready: () => Promise<void>;
}

/** A piece, as far as it is waited for. */
interface Waited {
  readonly Piece: unknown;
  ready: () => Promise<void>;
}

const pieces: { sign: string; ready: () => Promise<void> }[] = [];

/** @param sign a selector of what the piece draws, by which it is found in the page that came from the server */
export function lazyComponent<Props>(sign: string, load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let Piece: ComponentType<Props> | null = null;
  const ready = async () => {
    Piece ??= await load();
  };
  pieces.push({ sign, ready });
  return {
    get Piece() {
      return Piece;
    },
    ready,
  };
}

export async function piecesReady(page?: Document): Promise<void> {
  await Promise.all(pieces.filter(({ sign }) => !page || page.querySelector(sign)).map(({ ready }) => ready()));
}

/** A piece from the moment that it is wanted and here. */
export function useLazy<Props>(piece: Lazy<Props>, wanted: boolean, onLost: () => void): ComponentType<Props> | null {
  const [, setHere] = useState(false);
  const lost = useRef(onLost);
  lost.current = onLost;
  const waits = wanted && !piece.Piece;
  useEffect(() => {
    if (waits) piece.ready().then(() => setHere(true), lost.current);
  }, [waits, piece]);
  return piece.Piece;
}

/**
 * The newest of what a page shows whose piece is here; until then it stays as it was, and is empty where there was nothing.
 *
 * @param pieceOf the piece that shows it, if it needs one; always the same function
 */
export function useOnceReady<T>(newest: T, pieceOf: (shown: T) => Waited | null): T | null {
  const before = useRef<T | null>(null);
  const [, setHere] = useState<T>();
  const piece = pieceOf(newest);
  const here = !piece || piece.Piece !== null;
  useEffect(() => {
    if (here) before.current = newest;
    // A script that has gone with the version of the program that it belonged to: the server's page needs none.
    else
      pieceOf(newest)
        ?.ready()
        .then(
          () => setHere(newest),
          () => location.reload(),
        );
  }, [newest, here, pieceOf]);
  return here ? newest : before.current;
}
