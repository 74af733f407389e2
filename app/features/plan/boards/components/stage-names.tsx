import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import type { ColumnData } from "~/features/plan/boards/queries.server.ts";
import { useLabels } from "~/ui/labels.ts";

/** On a phone, one column fills the screen and the next is a swipe away: their names stay in reach, the one in view marked. */
export function StageNames({ columns }: { columns: ColumnData[] }) {
  const { t } = useLingui();
  const labels = useLabels();
  // What the answer opens on, with a script and without.
  const [inView, setInView] = useState<string | null>(
    () => columns.find(({ cards }) => cards.length > 0)?.stage ?? columns[0]?.stage ?? null,
  );

  // A board is read from where its work is: past the columns that are still empty, unless the address names one.
  useEffect(() => {
    if (location.hash) return;
    const first = document.querySelector(".columns > [data-stage]:has([data-action])");
    const list = first?.parentElement;
    if (first instanceof HTMLElement && list && list.scrollLeft === 0)
      list.scrollTo({ left: first.offsetLeft, behavior: "instant" });
  }, []);

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) setInView((target as HTMLElement).dataset.stage ?? null);
        }
      },
      { root: document.querySelector(".columns"), threshold: 0.6 },
    );
    for (const section of document.querySelectorAll(".columns > [data-stage]")) observer.observe(section);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const name = document.querySelector(`.stage-names [href="#stage-${inView}"]`);
    const list = name?.parentElement;
    if (name instanceof HTMLElement && list) list.scrollTo({ left: name.offsetLeft - 14 });
  }, [inView]);

  return (
    <nav className="stage-names" aria-label={t`Stages`}>
      {columns.map(({ stage, count }) => (
        <a key={stage} href={`#stage-${stage}`} aria-current={inView === stage ? "true" : undefined}>
          {labels.stage(stage)} {count}
        </a>
      ))}
    </nav>
  );
}
