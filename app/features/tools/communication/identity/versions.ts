import type { StoredFile, Values } from "~/features/tools/engine/field.ts";

/** A version that can be taken. */
export interface Version {
  id: number;
  day: string;
  file: Pick<StoredFile, "name" | "mediaType" | "bytes">;
}

/** A version as its fields say it; undefined for one without a file. */
export function versionOf(id: number, { day, file }: Values): Version | undefined {
  const kept = file as StoredFile | undefined;
  if (!kept) return undefined;
  const { name, mediaType, bytes } = kept;
  return { id, day: String(day), file: { name, mediaType, bytes } };
}

/** The newest first, which is the current one; of a day, the one that was entered last. */
export function newestFirst<V extends Pick<Version, "id" | "day">>(versions: readonly V[]): V[] {
  return versions.toSorted((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
}
