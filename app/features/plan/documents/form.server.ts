import { type FormResult, parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { isMultipart } from "~/features/core/multipart.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { workableAction } from "~/features/plan/actions/workable.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { DOCUMENT_KINDS } from "./file-types.ts";
import { addFile, addLink, removeDocument } from "./mutations.server.ts";
import { fileSchema, linkSchema, removeSchema } from "./schemas.ts";
import { problemOf, withUpload } from "./upload.server.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  request: Request;
}

/** What a form of the page of documents came to. */
export type DocumentResult = FormResult<{ done: "added" | "removed"; id: number }, { intent: string }>;

/**
 * Does what a form of an action's documents asks: a link, a file, a removal.
 *
 * @returns null when the form is none of ours
 * @throws Refusal 404 or 403, before anything of a file is read
 */
export async function documentByForm(doing: FormContext, actionId: number): Promise<DocumentResult | null> {
  const { db, by, viewer, request } = doing;
  workableAction(db, viewer, { id: actionId });
  if (isMultipart(request)) return await takeFile(doing, actionId);
  const form = await request.formData();
  switch (form.get("intent")) {
    case "link": {
      const parsed = parseForm(linkSchema, form);
      if (!parsed.ok) return invalid("link", parsed.problems, parsed.submitted);
      return { ok: true, done: "added", id: addLink(db, by, viewer, { actionId, ...parsed.value }) };
    }
    case "remove": {
      const parsed = parseForm(removeSchema, form);
      if (!parsed.ok) return null;
      removeDocument(db, by, viewer, { actionId, ...parsed.value });
      return { ok: true, done: "removed", id: parsed.value.document };
    }
    default:
      return null;
  }
}

async function takeFile({ db, by, viewer, request }: FormContext, actionId: number): Promise<DocumentResult | null> {
  return withUpload(request, by, (form, came): DocumentResult => {
    const parsed = parseForm(fileSchema, form);
    const problems: Record<string, ProblemCode> = parsed.ok ? {} : parsed.problems;
    const wrong = came ? problemOf(came, DOCUMENT_KINDS) : "file-missing";
    if (!parsed.ok || !came || wrong)
      return invalid(
        "file",
        { ...problems, ...(wrong && { file: wrong }) },
        submittedIn(form),
        came?.tooLarge ? 413 : 422,
      );
    const file = { ...came.file, mediaType: came.file.mediaType ?? "" };
    return {
      ok: true,
      done: "added",
      id: addFile(db, by, viewer, { actionId, name: came.name, file, ...parsed.value }),
    };
  });
}

function invalid(
  intent: string,
  problems: Record<string, ProblemCode>,
  submitted: Submitted,
  status: 413 | 422 = 422,
): DocumentResult {
  return { ok: false, status, intent, problems, submitted };
}
