/** The areas with a catalog of their own: what lies in `app/features/<area>` and `app/routes/<area>`. */
const AREAS = ["people", "plan", "suggestions", "tools", "committee", "home"];

const foldersOf = (area: string) => `app/{features,routes}/${area}/**`;

/** One catalog an area: a text is in the catalog of the folder that it is written in. The rest of `app` is core's. */
export const CATALOGS = [
  { path: "app/i18n/locales/core/{locale}", include: ["app"], exclude: AREAS.map(foldersOf) },
  ...AREAS.map((area) => ({ path: `app/i18n/locales/${area}/{locale}`, include: [foldersOf(area)] })),
];

/** The chunk that the browser loads before it takes a page over. The others come with the modules that need them. */
export const FRAME_CHUNK = "frame";

/**
 * The chunks that are cut otherwise than by area, so that a phone loads little: each with the files whose messages it
 * holds. The first that fits counts.
 */
const CHUNKS: [name: string, files: RegExp][] = [
  [
    "forms",
    /^app\/(ui\/(field|form-notices|problems)|features\/plan\/(actions\/components\/move-form|boards\/components\/(move-(panel|news)|not-movable|quick-add)|documents\/components\/file-labels))\.tsx?$/,
  ],
  // What the frame opens seldom.
  ["seldom", /^app\/ui\/(error-screen|person-menu)\.tsx$/],
  [
    "views",
    /^app\/(features\/plan\/(boards\/(table|timeline)\/|boards\/components\/(filter-bar|board-menu-content)\.|saved-views\/)|routes\/plan\/board-(bulk-edit|views)\.)/,
  ],
  ["history", /^app\/features\/core\/history\//],
  // What every page draws, and the board.
  [
    FRAME_CHUNK,
    /^app\/(?!features\/|routes\/)|^app\/(features\/(core\/live|plan\/boards|tools\/engine\/related)\/|features\/plan\/actions\/[^/]+$|routes\/plan\/board\.)/,
  ],
];

/**
 * Returns the chunk in which the browser gets the messages of a source file.
 *
 * @param file its path from the repository's root
 * @returns null where only the server says them
 */
export function chunkOf(file: string): string | null {
  if (!file.startsWith("app/") || file.includes(".server.")) return null;
  const [name] = CHUNKS.find(([, files]) => files.test(file)) ?? [file.split("/")[2] ?? FRAME_CHUNK];
  return name;
}
