import type { ReactNode } from "react";
import { useUpload } from "~/features/plan/documents/components/use-upload.ts";
import { Form, KeyField } from "~/ui/form.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface Sending {
  /** What the server found wrong with what a script sent; null where it has not answered so. */
  found: Record<string, ProblemCode> | null;
  /** How much of a file has gone, in percent; null while nothing is sent. */
  sent: number | null;
}

interface PartFrameProps {
  withFile: boolean;
  children: (sending: Sending) => ReactNode;
}

/** The form element around a part. One with a file comes in pieces; a script shows how far it is, and keeps what was chosen. */
export function PartFrame({ withFile, children }: PartFrameProps) {
  if (withFile) return <FileFrame>{children}</FileFrame>;
  return (
    <Form method="post" className="form" noValidate>
      {children({ found: null, sent: null })}
    </Form>
  );
}

function FileFrame({ children }: Pick<PartFrameProps, "children">) {
  const { sent, problems, lineLost, upload } = useUpload();
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate onSubmit={upload}>
      <KeyField />
      <FormNotices problems={problems !== null} lineLost={lineLost} />
      {children({ found: problems, sent })}
    </form>
  );
}
