import { memo, type ReactNode } from "react";
import type { Board, Health, Level } from "~/domain.ts";
import type { CardData } from "~/features/plan/boards/queries.server.ts";
import { HEALTH_GLYPH, LEVEL_GLYPH } from "~/ui/labels.ts";

/** How a board's cards speak: worked out once for all of them. */
export interface CardLabels {
  level: Record<Level, string>;
  high: string;
  low: string;
  noQuarter: string;
  quarter: (quarter: string) => string;
  late: (quarters: number) => string;
  network: (id: number) => string;
  /** The board of a card, where cards of several stand side by side. */
  boardOf?: (ref: string) => { board: Board; name: string };
  health: (health: Health) => string;
  waitsFor: (refs: string[]) => string;
  comments: (count: number) => string;
  move: string;
  moveRef: (ref: string) => string;
}

interface CardProps {
  card: CardData;
  labels: CardLabels;
  /** The address that opens this card's form; absent for those who may not move it. */
  moveHref?: string | undefined;
  held?: "dragged" | "carried" | "sent" | undefined;
  /** The form of a move, when it is open. */
  children?: ReactNode;
}

/**
 * One action on a board, from the top: reference, priority and due quarter; title; level and lead; progress at its foot.
 * Its links are plain: the board follows them for all its cards at once (board-screen.tsx), which a hundred `<Link>`s would
 * each prepare for by themselves.
 */
export const Card = memo(function Card({ card, labels, moveHref, held, children }: CardProps) {
  const { ref, version, priority } = card;
  return (
    <li
      id={ref}
      className="card"
      data-action={ref}
      data-version={version}
      data-priority={priority}
      data-held={held}
      data-board={labels.boardOf?.(ref).board}
    >
      <CardFace card={card} labels={labels} />
      {moveHref && <Grip ref_={ref} href={moveHref} pressed={held === "carried"} labels={labels} />}
      {children}
    </li>
  );
});

export function CardFace({ card, labels }: Pick<CardProps, "card" | "labels">) {
  const { ref, title, lang, priority, level, lead, responsible, due, late, progress } = card;
  const { health, waitsFor, labels: tags, comments } = card;
  return (
    <>
      <p className="top">
        <span title={labels.boardOf?.(ref).name}>{ref}</span>
        {priority === "high" && <b>{labels.high}</b>}
        {priority === "low" && <span>{labels.low}</span>}
        {late > 0 ? (
          <span className="due overdue">{labels.late(late)}</span>
        ) : (
          <span className="due">{due ? labels.quarter(due) : labels.noQuarter}</span>
        )}
      </p>
      <h3>
        <a href={`/actions/${ref}`} lang={lang ?? undefined} draggable={false}>
          {title}
        </a>
      </h3>
      <p className="foot">
        <span role="img" aria-label={labels.level[level]} title={labels.level[level]}>
          {LEVEL_GLYPH[level]}
        </span>
        <span className="lead">{labels.network(lead)}</span>
        {responsible && (
          <span className="who" role="img" title={responsible.name}>
            {responsible.initials}
          </span>
        )}
        {health && (
          <span className="health" data-health={health}>
            <span aria-hidden>{HEALTH_GLYPH[health]}</span> {labels.health(health)}
          </span>
        )}
        {tags?.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        {waitsFor && <span>{labels.waitsFor(waitsFor)}</span>}
        {comments && <span>{labels.comments(comments)}</span>}
      </p>
      {progress !== null && <i className="progress" style={{ width: `${progress}%` }} />}
    </>
  );
}

/** One control, three ways to move: a link to the form, with JavaScript the form at once, by keyboard the card in the hand. */
function Grip({ ref_: ref, href, pressed, labels }: GripProps) {
  return (
    <a
      className="grip"
      href={href}
      aria-label={labels.moveRef(ref)}
      aria-describedby="grip-help"
      data-carried={pressed || undefined}
    >
      {labels.move}
    </a>
  );
}

interface GripProps {
  ref_: string;
  href: string;
  pressed: boolean;
  labels: CardLabels;
}
