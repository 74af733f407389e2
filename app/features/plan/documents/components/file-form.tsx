import { Trans } from "@lingui/react/macro";
import type { Language } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { type Returned, returnedTo } from "~/ui/fold.tsx";
import { KeyField } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { Notice } from "~/ui/notice.tsx";
import { acceptedOf, DOCUMENT_KINDS } from "../file-types.ts";
import { AboutFields } from "./about-fields.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { useUpload } from "./use-upload.ts";

/** Adds a file. A plain form; where there is a script, it shows how far the file has gone. */
export function FileForm({ returned, language }: { returned: Returned; language: Language }) {
  const { sent, problems: found, lineLost, upload } = useUpload();
  const mine = returnedTo("file", returned);
  const problems = found ?? mine.problems;
  return (
    <section>
      <h2>
        <Trans>Add a file</Trans>
      </h2>
      <form method="post" encType="multipart/form-data" className="form" onSubmit={upload}>
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
          label={<Trans>File</Trans>}
          hint={<Trans>A PDF, a picture or an office file without macros, up to 10 MB.</Trans>}
          problem={problems.file}
        >
          {(control) => <input {...control} className="input" type="file" accept={acceptedOf(DOCUMENT_KINDS)} />}
        </Field>
        <AboutFields
          mine={{ ...mine, problems }}
          language={language}
          titleHint={<Trans>Without one, it is called by the name of the file.</Trans>}
        />
        <div className="buttons">
          <button className="button solid" aria-busy={sent !== null}>
            <Trans>Add the file</Trans>
          </button>
          <UploadProgress sent={sent} />
        </div>
      </form>
    </section>
  );
}
