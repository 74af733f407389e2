import type { ComponentType } from "react";
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
 * script comes when it is wanted. Until then the browser leaves the server's HTML as it is.
 */
export function LazyContent<Props extends object>({ piece, wanted, of }: LazyContentProps<Props>) {
  const Piece = useLazy(piece, wanted, stay) as ComponentType<Props> | null;
  // An empty text is what React never compares with the HTML that is there.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: no HTML is set, what the server drew is left alone.
  if (!Piece) return <div key="drawn" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
  return (
    <div key="live" data-live>
      <Piece {...of} />
    </div>
  );
}

/** Without a line the server's HTML stays, whose links and forms work by themselves. */
const stay = () => {};
