import { Trans } from "@lingui/react/macro";
import { useFileLabels } from "~/features/plan/documents/components/file-labels.ts";
import { kindOf } from "~/features/plan/documents/file-types.ts";
import { useFormat } from "~/ui/format.ts";
import type { Version } from "../versions.ts";

interface TakeItProps {
  /** Of what it is a version. */
  entry: { id: number; title: string };
  version: Version;
  /** The one that is current, and meant to be taken. */
  current?: boolean;
}

/** The way to take a version, with what one gets. */
export function TakeIt({ entry, version: { id, file }, current = false }: TakeItProps) {
  const labels = useFileLabels();
  const format = useFormat();
  return (
    <span className="take-it">
      <a
        className={current ? "button solid" : "button"}
        href={`/identity/${entry.id}/files/${id}`}
        download={file.name}
      >
        <Trans>Take it</Trans>
        <span className="unseen">: {current ? entry.title : file.name}</span>
      </a>
      <span className="soft">
        {labels(kindOf(file.mediaType))}, {format.size(file.bytes)}
      </span>
    </span>
  );
}
