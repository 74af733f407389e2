import { type ComponentType, useLayoutEffect, useRef } from "react";
import { type Lazy, useLazy } from "./lazy.ts";

interface LazyContentProps<Props> {
  piece: Lazy<Props>;
  /** Whether somebody is about to see it. */
  wanted: boolean;
  /** Of what it shows. */
  of: Props;
}

/**
 * What a page shows only when it is opened, such as a menu: the server draws it whole, so that it works without a script, and its
 * script comes when it is wanted. Until then the browser leaves the server's HTML as it is. Whoever is in it by then stays where they
 * are.
 */
export function LazyContent<Props extends object>({ piece, wanted, of }: LazyContentProps<Props>) {
  const Piece = useLazy(piece, wanted, stay) as ComponentType<Props> | null;
  const box = useRef<HTMLDivElement>(null);
  const wasLive = useRef(false);
  const focused = useRef(-1);
  // Read before React takes the server's HTML away.
  if (Piece && !wasLive.current && box.current)
    focused.current = controlsIn(box.current).indexOf(document.activeElement as HTMLElement);
  const isLive = Piece !== null;
  useLayoutEffect(() => {
    wasLive.current = isLive;
    if (isLive && box.current) controlsIn(box.current)[focused.current]?.focus({ preventScroll: true });
    focused.current = -1;
  }, [isLive]);
  // An empty text is what React never compares with the HTML that is there.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: no HTML is set, what the server drew is left alone.
  if (!Piece) return <div key="drawn" ref={box} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
  return (
    <div key="live" ref={box} data-live>
      <Piece {...of} />
    </div>
  );
}

const controlsIn = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>("input, select, button, a")];

/** Without a line the server's HTML stays, whose links and forms work by themselves. */
const stay = () => {};
