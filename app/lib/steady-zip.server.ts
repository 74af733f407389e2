import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The one instant that files are dated with: what they say depends on their content, never on the hour of asking. */
const EPOCH = "2019-11-30T00:00:00Z";

/** Called with each XML part: what a library writes anew each time can be set to something steady there. */
type Steady = (path: string, xml: string) => string;

/**
 * The same archive with nothing in it that differs from one writing to the next: its files in the order of their names,
 * all of one date, and the dates inside a document's properties set to it too.
 */
export function steadyZip(archive: Uint8Array, steady: Steady = (_path, xml) => xml): Buffer {
  const files = unzipSync(archive);
  const paths = Object.keys(files)
    .filter((path) => !path.endsWith("/"))
    .sort(inOrder);
  const rewritten = paths.map((path): [string, Uint8Array] => {
    const content = files[path] as Uint8Array;
    if (!/\.(xml|rels)$/.test(path)) return [path, content];
    return [path, strToU8(steady(path, dated(strFromU8(content))))];
  });
  // A zip's date has no time zone: this one is the same day wherever it is written.
  return Buffer.from(zipSync(Object.fromEntries(rewritten), { mtime: new Date(2019, 10, 30), level: 6 }));
}

/** The list of types comes first: some programs tell by it what the archive is. */
function inOrder(a: string, b: string): number {
  const first = (path: string) => (path === "[Content_Types].xml" ? 0 : 1);
  return first(a) - first(b) || (a < b ? -1 : 1);
}

const dated = (xml: string) => xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${EPOCH}$3`);
