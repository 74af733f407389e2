import { normalized } from "~/lib/text.ts";

/*
 * Which files are taken, by what their content shows. Office files with macros, programs and web pages are not; neither are
 * texts without a mark of their own, of which content tells nothing. Archives and drawings (SVG, which can carry a script)
 * are taken only where somebody asks for them.
 */

/** 10 MB, as people count it. */
export const FILE_MOST_BYTES = 10 * 1024 * 1024;

/** So many files can be chosen at once. */
export const FILES_AT_ONCE_MOST = 10;

/** What an action's evidence can be. */
export const DOCUMENT_KINDS = ["pdf", "image", "text", "sheet", "slides"] as const;
export const FILE_KINDS = [...DOCUMENT_KINDS, "drawing", "archive"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

interface FileType {
  kind: FileKind;
  /** The endings under which such a file is known, the usual one first. */
  endings: readonly string[];
  /** Endings that such files come with too, and that not every computer knows: they give way to the usual one. */
  rare?: readonly string[];
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

const TYPES: Record<string, FileType> = {
  "application/pdf": { kind: "pdf", endings: ["pdf"] },
  "image/png": { kind: "image", endings: ["png"] },
  "image/jpeg": { kind: "image", endings: ["jpg", "jpeg"], rare: ["jfif", "jpe", "jif", "pjpeg"] },
  "image/gif": { kind: "image", endings: ["gif"] },
  "image/webp": { kind: "image", endings: ["webp"] },
  "image/avif": { kind: "image", endings: ["avif"] },
  "image/heic": { kind: "image", endings: ["heic", "heif"], rare: ["hif"] },
  "image/svg+xml": { kind: "drawing", endings: ["svg"] },
  "application/zip": { kind: "archive", endings: ["zip"] },
  [`${OOXML}.wordprocessingml.document`]: { kind: "text", endings: ["docx"] },
  [`${OOXML}.spreadsheetml.sheet`]: { kind: "sheet", endings: ["xlsx"] },
  [`${OOXML}.presentationml.presentation`]: { kind: "slides", endings: ["pptx"] },
  "application/msword": { kind: "text", endings: ["doc"], rare: ["dot"] },
  "application/vnd.ms-excel": { kind: "sheet", endings: ["xls"], rare: ["xlt"] },
  "application/vnd.ms-powerpoint": { kind: "slides", endings: ["ppt"], rare: ["pps", "pot"] },
  [`${ODF}.text`]: { kind: "text", endings: ["odt"] },
  [`${ODF}.spreadsheet`]: { kind: "sheet", endings: ["ods"] },
  [`${ODF}.presentation`]: { kind: "slides", endings: ["odp"] },
};

/** For a file input's `accept`: a help to who chooses, no check. */
export const acceptedOf = (takes: readonly FileKind[]): string =>
  Object.values(TYPES)
    .flatMap(({ kind, endings, rare = [] }) =>
      takes.includes(kind) ? [...endings, ...rare].map((ending) => `.${ending}`) : [],
    )
    .join(",");

export function kindOf(mediaType: string | null): FileKind | null {
  return mediaType && Object.hasOwn(TYPES, mediaType) ? (TYPES[mediaType]?.kind ?? null) : null;
}

/** What browsers draw by themselves. A picture in HEIC most do not; a drawing can carry a script. */
const PREVIEWED = ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

export function isPreviewed(mediaType: string): boolean {
  return PREVIEWED.includes(mediaType);
}

/**
 * Returns why a file with this content is not taken where these kinds are; null for one that is. Its name plays no part: it
 * follows the content (`safeName`).
 */
export function wrongWith(
  mediaType: string | undefined,
  takes: readonly FileKind[] = DOCUMENT_KINDS,
): "file-type-not-taken" | "file-kind-not-taken" | null {
  const kind = kindOf(mediaType ?? null);
  if (kind && takes.includes(kind)) return null;
  return takes.includes("archive") ? "file-kind-not-taken" : "file-type-not-taken";
}

/** Endings of files that are not taken, which a name must not keep beside the right one. */
const OTHER_ENDINGS = new Set(
  `bat bin bmp cmd com csv dll doc docm dot dotx eml exe htm html ics ini js json lnk log md mht mp3 mp4 msg msi pages pps ppsx ppt pptm
  ps ps1 rar rtf scr sh tar tif tiff tmp txt vbs xhtml xls xlsm xml xps zip`.split(/\s+/),
);
for (const { endings, rare = [] } of Object.values(TYPES))
  for (const one of [...endings, ...rare]) OTHER_ENDINGS.add(one);

/**
 * Returns the name under which a file is downloaded: no path, nothing unprintable, of a length that every disk takes, and with an
 * ending of what its content shows. Another type's ending gives way; what only looks like one, as in “12.05.2024”, stays.
 */
export function safeName(name: string, mediaType: string): string {
  const bare = normalized(name, "NFC")
    .replace(/^.*[/\\]/s, "")
    // Control characters, and those that turn the direction of writing: "exe.fdp" could read as "pdf.exe".
    .replace(/"/g, "'")
    .replace(/[\p{C}\u2028\u2029<>:|?*]/gu, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const { endings = ["bin"] } = (Object.hasOwn(TYPES, mediaType) && TYPES[mediaType]) || {};
  const given = endingOf(bare);
  const ending = endings.includes(given) ? given : endings[0];
  const isEnding = given === ending || OTHER_ENDINGS.has(given);
  const stem = [...(isEnding ? bare.slice(0, -given.length - 1) : bare)]
    .slice(0, 120)
    .join("")
    .replace(/[.\s]+$/, "")
    .trimStart();
  return `${stem || "document"}.${ending}`;
}

function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
