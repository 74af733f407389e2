/*
 * Which files are taken, by what their content shows. Office files with macros, programs and web pages are not; neither are
 * texts without a mark of their own, of which content tells nothing. Archives and drawings (SVG, which can carry a script)
 * are taken only where somebody asks for them.
 */

/** 10 MB, as people count it. */
export const FILE_MOST_BYTES = 10 * 1024 * 1024;

/** What an action's evidence can be. */
export const DOCUMENT_KINDS = ["pdf", "image", "text", "sheet", "slides"] as const;
export const FILE_KINDS = [...DOCUMENT_KINDS, "drawing", "archive"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

interface FileType {
  kind: FileKind;
  /** The endings under which such a file is known, the usual one first. */
  endings: readonly string[];
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

const TYPES: Record<string, FileType> = {
  "application/pdf": { kind: "pdf", endings: ["pdf"] },
  "image/png": { kind: "image", endings: ["png"] },
  "image/jpeg": { kind: "image", endings: ["jpg", "jpeg"] },
  "image/gif": { kind: "image", endings: ["gif"] },
  "image/webp": { kind: "image", endings: ["webp"] },
  "image/avif": { kind: "image", endings: ["avif"] },
  "image/heic": { kind: "image", endings: ["heic", "heif"] },
  "image/svg+xml": { kind: "drawing", endings: ["svg"] },
  "application/zip": { kind: "archive", endings: ["zip"] },
  [`${OOXML}.wordprocessingml.document`]: { kind: "text", endings: ["docx"] },
  [`${OOXML}.spreadsheetml.sheet`]: { kind: "sheet", endings: ["xlsx"] },
  [`${OOXML}.presentationml.presentation`]: { kind: "slides", endings: ["pptx"] },
  [`${ODF}.text`]: { kind: "text", endings: ["odt"] },
  [`${ODF}.spreadsheet`]: { kind: "sheet", endings: ["ods"] },
  [`${ODF}.presentation`]: { kind: "slides", endings: ["odp"] },
};

/** For a file input's `accept`: a help to who chooses, no check. */
export const acceptedOf = (takes: readonly FileKind[]): string =>
  Object.values(TYPES)
    .flatMap(({ kind, endings }) => (takes.includes(kind) ? endings.map((ending) => `.${ending}`) : []))
    .join(",");

export function kindOf(mediaType: string | null): FileKind | null {
  return mediaType && Object.hasOwn(TYPES, mediaType) ? (TYPES[mediaType]?.kind ?? null) : null;
}

/**
 * Whether a file of this name may be taken for what its content shows, where these kinds are: nothing where it may, otherwise
 * why not. A name without an ending says nothing false.
 */
export function wrongWith(
  name: string,
  mediaType: string | undefined,
  takes: readonly FileKind[] = DOCUMENT_KINDS,
): "file-type-not-taken" | "file-kind-not-taken" | "file-type-false" | null {
  const type = mediaType && Object.hasOwn(TYPES, mediaType) ? TYPES[mediaType] : undefined;
  if (!type || !takes.includes(type.kind))
    return takes.includes("archive") ? "file-kind-not-taken" : "file-type-not-taken";
  const ending = endingOf(name);
  return ending === "" || type.endings.includes(ending) ? null : "file-type-false";
}

/** The name under which a file is downloaded: no path, nothing unprintable, of a length that every disk takes, with an ending. */
export function safeName(name: string, mediaType: string): string {
  const bare = name
    .normalize("NFC")
    .replace(/^.*[/\\]/s, "")
    // Control characters, and those that turn the direction of writing: "exe.fdp" could read as "pdf.exe".
    .replace(/[\p{C}\u2028\u2029<>:"|?*]/gu, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const usual = TYPES[mediaType]?.endings[0] ?? "bin";
  const ending = endingOf(bare) || usual;
  const stem = [...(endingOf(bare) ? bare.slice(0, -ending.length - 1) : bare)].slice(0, 120).join("").trim();
  return `${stem || "document"}.${ending}`;
}

function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
