import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, type FormEvent, useState } from "react";
import type { Language } from "~/domain.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { type Returned, returnedTo } from "~/ui/fold.tsx";
import { KeyField } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { Notice } from "~/ui/notice.tsx";
import { acceptedOf, DOCUMENT_KINDS } from "../file-types.ts";
import { AboutFields } from "./about-fields.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { useUpload } from "./use-upload.ts";
import type { FileSent, useUploads } from "./use-uploads.ts";

interface FileFormProps {
  returned: Returned;
  language: Language;
  /** Which of several files was not taken. */
  wrongFile?: string | undefined;
  uploads: ReturnType<typeof useUploads>;
}

/** Adds files. A plain form; where there is a script, files are dropped on it too, and it shows how far each has gone. */
export function FileForm({ returned, language, wrongFile, uploads }: FileFormProps) {
  const { sent, problems: found, lineLost, upload: uploadOne } = useUpload();
  const { files, upload: uploadSeveral } = uploads;
  const hasScript = useHydrated();
  const drop = useDrop();
  const upload = (event: FormEvent<HTMLFormElement>) => {
    if (!uploadSeveral(event)) uploadOne(event);
  };
  const busy = sent !== null || files.some(({ state }) => state === "waiting" || state === "sending");
  const mine = returnedTo("file", returned);
  const problems = found ?? mine.problems;
  return (
    <section>
      <h2>
        <Trans>Add files</Trans>
      </h2>
      <form method="post" encType="multipart/form-data" className="form document-drop" onSubmit={upload} {...drop}>
        <KeyField />
        {lineLost && (
          <Notice wrong>
            <Trans>
              The line dropped, so nothing was saved. What you typed is still here: try again when the line is there.
            </Trans>
          </Notice>
        )}
        <HiddenField name="intent" value="file" />
        <Field
          name="file"
          label={<Trans>Files</Trans>}
          hint={
            hasScript ? (
              <Trans>
                PDFs, pictures or office files without macros, up to 10 MB each. Choose several, or drop them here.
              </Trans>
            ) : (
              <Trans>
                PDFs, pictures or office files without macros, up to 10 MB together. You can choose several.
              </Trans>
            )
          }
          problem={problems.file}
          about={wrongFile}
        >
          {(control) => (
            <input {...control} className="input" type="file" multiple accept={acceptedOf(DOCUMENT_KINDS)} />
          )}
        </Field>
        <FilesSent files={files} />
        <AboutFields
          mine={{ ...mine, problems }}
          language={language}
          titleHint={<Trans>Without one, and where you add several, each is called by the name of its file.</Trans>}
        />
        <div className="buttons">
          <button className="button solid" aria-busy={busy}>
            <Trans>Add the files</Trans>
          </button>
          <UploadProgress sent={sent} />
        </div>
      </form>
    </section>
  );
}

/** Several files that are sent one after the other, each with how far it is or what became of it. */
function FilesSent({ files }: { files: readonly FileSent[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files-sent" aria-live="polite">
      {files.map(({ name, ...file }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files can have one name, and their order does not change.
        <li key={at}>
          {name} <FileState {...file} name={name} />
        </li>
      ))}
    </ul>
  );
}

function FileState({ name, sent, state, problem }: FileSent) {
  const { t } = useLingui();
  switch (state) {
    case "waiting":
      return (
        <small className="soft">
          <Trans>not sent yet</Trans>
        </small>
      );
    case "sending":
      return <progress value={sent ?? 0} max={100} aria-label={t`Sending ${name}`} />;
    case "added":
      return (
        <small className="soft">
          <Trans>file added</Trans>
        </small>
      );
    case "refused":
      return problem && <Problem id={`refused ${name}`} code={problem} />;
    case "lost":
      return (
        <span className="problem">
          <Trans>The line dropped before it was saved. Please choose it again.</Trans>
        </span>
      );
  }
}

/** Puts files that are dropped on a form into its field, as if they were chosen there. */
function useDrop() {
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    "data-over": over || undefined,
    onDragOver: (event: DragEvent<HTMLFormElement>) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLFormElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent<HTMLFormElement>) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const field = event.currentTarget.querySelector<HTMLInputElement>("input[type=file]");
      if (!field || event.dataTransfer.files.length === 0) return;
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
  };
}
