import { type FormResult, parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { isMultipart } from "~/features/core/multipart.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { workableAction } from "~/features/plan/actions/workable.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { DOCUMENT_KINDS, FILES_AT_ONCE_MOST } from "./file-types.ts";
import { addFiles, addLink, removeDocument } from "./mutations.server.ts";
import { fileSchema, linkSchema, removeSchema } from "./schemas.ts";
import { problemOf, withUploads } from "./upload.server.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  request: Request;
}

/** What a form of the page of documents came to. */
export type DocumentResult = FormResult<
  { done: "added" | "removed"; id: number },
  { intent: string; wrongFile?: string }
>;

/**
 * Does what a form of an action's documents asks: a link, a file, a removal.
 *
 * @returns null when the form is none of ours
 * @throws Refusal 404 or 403, before anything of a file is read
 */
export async function documentByForm(doing: FormContext, actionId: number): Promise<DocumentResult | null> {
  const { db, by, viewer, request } = doing;
  workableAction(db, viewer, { id: actionId });
  if (isMultipart(request)) return await takeFiles(doing, actionId);
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

/** All of the files or none: what is wrong with one is said with its name, and the others need not be told apart from it. */
async function takeFiles({ db, by, viewer, request }: FormContext, actionId: number): Promise<DocumentResult | null> {
  return withUploads(request, by, FILES_AT_ONCE_MOST, (form, came): DocumentResult => {
    const parsed = parseForm(fileSchema, form);
    const problems: Record<string, ProblemCode> = parsed.ok ? {} : parsed.problems;
    const wrong = came.find((one) => problemOf(one, DOCUMENT_KINDS) !== null);
    const file = wrong ? problemOf(wrong, DOCUMENT_KINDS) : came.length === 0 ? "file-missing" : null;
    if (!parsed.ok || file)
      return {
        ...invalid("file", { ...problems, ...(file && { file }) }, submittedIn(form), wrong?.tooLarge ? 413 : 422),
        ...(wrong && came.length > 1 && { wrongFile: wrong.name }),
      };
    const files = came.map((one) => ({ name: one.name, file: { ...one.file, mediaType: one.file.mediaType ?? "" } }));
    const [id = 0] = addFiles(db, by, viewer, { actionId, files, ...parsed.value });
    return { ok: true, done: "added", id };
  });
}

function invalid(
  intent: string,
  problems: Record<string, ProblemCode>,
  submitted: Submitted,
  status: 413 | 422 = 422,
): Extract<DocumentResult, { ok: false }> {
  return { ok: false, status, intent, problems, submitted };
}
