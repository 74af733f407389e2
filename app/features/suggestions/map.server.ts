import { createRequire } from "node:module";
import { geoCentroid, geoNaturalEarth1, geoPath } from "d3-geo";
import { scaleSqrt } from "d3-scale";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/*
 * The map of the world on which networks stand, drawn on the server (d3-geo, world-atlas). The land is a picture of its
 * own, fetched once and kept by the browser; what changes lies over it, in the same projection.
 */

/** What is shown of the projected world, which is 470 high: down to Cape Horn, without Antarctica. */
const WIDTH = 960;
const SPHERE = 470;
const SHOWN = 412;
const RADIUS_MOST = 20;
const RADIUS_LEAST = 4;

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const read = createRequire(import.meta.url);
const projection = geoNaturalEarth1().fitExtent(
  [
    [4, 4],
    [WIDTH - 4, SPHERE - 4],
  ],
  { type: "Sphere" },
);

let drawn: string | undefined;

/** The land, as an SVG document: light and dark, in print too. */
export function landSvg(): string {
  if (!drawn) {
    const atlas = read("world-atlas/land-110m.json") as Atlas;
    const path = geoPath(projection).digits(0)(feature(atlas, atlas.objects.land)) ?? "";
    drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${SHOWN}"><style>path{fill:#e9e5da}@media (prefers-color-scheme:dark){path{fill:#2b2924}}</style><path d="${path}"/></svg>`;
  }
  return drawn;
}

let centres: Map<string, [number, number]> | undefined;

/** Where the middle of a country lies on the map, by its two letters; null for one that the atlas is too coarse for. */
function centreOf(country: string): [number, number] | null {
  if (!centres) {
    const atlas = read("world-atlas/countries-110m.json") as Atlas;
    const all = feature(atlas, atlas.objects.countries).features;
    centres = new Map(all.flatMap((one) => (one.id ? [[String(one.id), geoCentroid(one)]] : [])));
  }
  const number = countries.alpha2ToNumeric(country.toUpperCase());
  const centre = number === undefined ? undefined : centres.get(number);
  return centre ? projection(centre) : null;
}

export interface MapMark {
  slug: string;
  name: string;
  made: number;
  silent: boolean;
  x: number;
  y: number;
  /** Its area tells how many suggestions were made. */
  radius: number;
}

/** The marks of the national networks, the large ones first, so that none hides a smaller one. */
export function marksOf(
  networks: readonly { slug: string; name: string; country: string | null; made: number; silent: boolean }[],
): MapMark[] {
  const most = Math.max(1, ...networks.map(({ made }) => made));
  const radius = scaleSqrt([0, most], [RADIUS_LEAST, RADIUS_MOST]);
  return networks
    .flatMap(({ country, slug, name, made, silent }) => {
      const at = country && centreOf(country);
      if (!at) return [];
      const [x, y] = at.map(Math.round) as [number, number];
      return [{ slug, name, made, silent, x, y, radius: Math.round(radius(made) * 10) / 10 }];
    })
    .sort((a, b) => b.radius - a.radius);
}
