const HERE = "http://here.invalid";

/**
 * Returns a path on this site to go back to, never another site.
 *
 * What counts is the path as a browser will read it in a `Location` header: `/.//evil.example` is harmless as it is typed,
 * and becomes `//evil.example`, another site's address, once its dots are resolved.
 *
 * @param otherwise what stands in for anything that is no such path
 */
export function safePath(path: FormDataEntryValue | null | undefined, otherwise = "/"): string {
  if (typeof path !== "string") return otherwise;
  const read = readPath(path);
  // Read once more, it must be the same: nothing is left in it that would turn into something else.
  return read !== null && readPath(read) === read ? read : otherwise;
}

/** A path as a browser on this site reads it; null where it leads elsewhere. */
function readPath(path: string): string | null {
  if (!path.startsWith("/") || !URL.canParse(path, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(path, HERE);
  return origin === HERE && !/^\/[/\\]/.test(pathname) ? pathname + search + hash : null;
}
