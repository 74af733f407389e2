import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { TextLink } from "./text-link.ts";

/** A text as it was typed, with its links. */
export function LinkedText({ text, links }: { text: string; links: readonly TextLink[] }) {
  const pieces: ReactNode[] = [];
  let done = 0;
  for (const { at, length, to, title } of links) {
    const shown = text.slice(at, at + length);
    pieces.push(
      text.slice(done, at),
      title === null ? (
        <a key={at} href={to} rel="noopener noreferrer nofollow">
          {shown}
        </a>
      ) : (
        <Link key={at} to={to} title={title} aria-label={`${shown} ${title}`}>
          {shown}
        </Link>
      ),
    );
    done = at + length;
  }
  return (
    <>
      {pieces}
      {text.slice(done)}
    </>
  );
}
