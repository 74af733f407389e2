import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { CardData } from "~/features/plan/boards/queries.server.ts";
import { MOUSE, type Point, pointOf, TOUCH } from "~/ui/dragging.ts";
import { ToastClose } from "~/ui/toast-close.tsx";
import type { CardLabels } from "./card.tsx";

interface NotMovableProps {
  card: CardData;
  labels: CardLabels;
  /** Whether the viewer moves others of its board's actions. */
  movesOthers: boolean;
  maySuggest: boolean;
  back: string;
  onClose: () => void;
}

/** Says why a card does not follow the hand, and what its viewer can do instead. */
export function NotMovable({ card: { ref, lead }, labels, movesOthers, maySuggest, back, onClose }: NotMovableProps) {
  const network = labels.network(lead);
  return (
    <div className="toast">
      <span>
        {movesOthers ? (
          <Trans>
            {ref} is led by {network}: its coordinators move it.
          </Trans>
        ) : (
          <Trans>The coordinators of this board move its actions.</Trans>
        )}
      </span>
      {maySuggest && (
        <Link className="button" to={`/suggestions/new?action=${ref}`}>
          <Trans>Suggest a change</Trans>
        </Link>
      )}
      <ToastClose back={back} onClose={onClose} />
    </div>
  );
}

/**
 * Watches a press on a card that its viewer may not move, and tells when it becomes an attempt to drag it: by the same movement, or
 * the same long press, that would take one of theirs.
 */
export function watchPress(press: MouseEvent | TouchEvent, onDrag: () => void): void {
  const from = pointOf(press);
  if (!from) return;
  const trial = new AbortController();
  const { signal } = trial;
  const stop = () => trial.abort();
  const refuse = () => {
    stop();
    onDrag();
  };
  const hasLeft = (event: MouseEvent | TouchEvent, by: number) => distance(pointOf(event) ?? from, from) > by;
  if ("touches" in press) {
    const timer = setTimeout(refuse, TOUCH.activationConstraint.delay);
    signal.addEventListener("abort", () => clearTimeout(timer));
    const { tolerance } = TOUCH.activationConstraint;
    document.addEventListener("touchmove", (event) => hasLeft(event, tolerance) && stop(), { signal });
    for (const kind of ["touchend", "touchcancel"]) document.addEventListener(kind, stop, { signal });
  } else {
    const { distance: far } = MOUSE.activationConstraint;
    document.addEventListener("mousemove", (event) => hasLeft(event, far) && refuse(), { signal });
    document.addEventListener("mouseup", stop, { signal });
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
