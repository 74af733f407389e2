import { useId } from "react";

/** The surfaces of the charts, from full to empty: told apart without colour, on a screen and on a copier. */
export const SURFACES = ["full", "dense", "striped", "dotted", "ruled", "crossed", "empty"] as const;
export type Surface = (typeof SURFACES)[number];

/** Names for the patterns of one drawing: two drawings on a page must not share an id. */
export function useSurfaces(): { id: string; fill: (surface: Surface) => string } {
  // React writes colons into its ids, which an address within a style would have to escape.
  const id = `c${useId().replaceAll(":", "")}`;
  return { id, fill: (surface) => `url(#${id}-${surface})` };
}

/** The patterns themselves, once in each drawing that uses them. */
export function Surfaces({ id }: { id: string }) {
  const box = { width: 6, height: 6, patternUnits: "userSpaceOnUse" as const };
  const paper = <rect width="6" height="6" className="paper" />;
  return (
    <defs>
      <pattern id={`${id}-full`} {...box}>
        <rect width="6" height="6" className="ink" />
      </pattern>
      <pattern id={`${id}-dense`} {...box} patternTransform="rotate(45)">
        {paper}
        <rect width="4" height="6" className="ink" />
      </pattern>
      <pattern id={`${id}-striped`} {...box} patternTransform="rotate(45)">
        {paper}
        <rect width="1.6" height="6" className="ink" />
      </pattern>
      <pattern id={`${id}-dotted`} {...box}>
        {paper}
        <circle cx="3" cy="3" r="1.1" className="ink" />
      </pattern>
      <pattern id={`${id}-ruled`} {...box}>
        {paper}
        <rect width="6" height="1" className="ink" />
      </pattern>
      <pattern id={`${id}-crossed`} {...box}>
        {paper}
        <path d="M0 0L6 6M6 0L0 6" className="stroke" />
      </pattern>
      <pattern id={`${id}-empty`} {...box}>
        {paper}
      </pattern>
    </defs>
  );
}

/** A surface and its word, beside a drawing in which there is no room for the word. */
export function Legend({ items }: { items: { surface: Surface; word: string }[] }) {
  const { id, fill } = useSurfaces();
  return (
    <ul className="chart-legend">
      {items.map(({ surface, word }, index) => (
        <li key={surface}>
          <svg width="22" height="12" aria-hidden>
            {index === 0 && <Surfaces id={id} />}
            <rect x="0.5" y="0.5" width="21" height="11" className="part" fill={fill(surface)} />
          </svg>{" "}
          {word}
        </li>
      ))}
    </ul>
  );
}
