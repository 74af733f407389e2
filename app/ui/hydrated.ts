import { useEffect, useRef, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and while the browser takes the page over, true from then on: for what only JavaScript can do. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * What a field says on which others depend, and null until the script has taken over: until then all of them are shown. On a
 * slow line somebody has chosen by that time and typed in them; so the field is read, and nothing typed goes with one that hides.
 *
 * @param first what the field says when nobody has touched it
 * @param read reads it from the page
 */
export function useChosen<T>(first: T, read: () => T | undefined): [chosen: T | null, choose: (value: T) => void] {
  const [chosen, choose] = useState<T | null>(useHydrated() ? first : null);
  const reading = useRef(read);
  useEffect(() => choose((before) => reading.current() ?? before ?? first), [first]);
  return [chosen, choose];
}
