import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { FileKind } from "../file-types.ts";

const KINDS: Record<FileKind, MessageDescriptor> = {
  pdf: msg`PDF`,
  image: msg`Picture`,
  text: msg`Text document`,
  sheet: msg`Spreadsheet`,
  slides: msg`Slides`,
  drawing: msg`Drawing`,
  archive: msg`Archive`,
};

/** What kind of file it is, in the reader's words. */
export function useFileLabels(): (kind: FileKind | null) => string {
  const { _ } = useLingui();
  return (kind) => _(kind ? KINDS[kind] : msg`File`);
}
