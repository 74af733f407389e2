import {
  type FormResult,
  type InvalidForm,
  parseForm,
  type Submitted,
  submittedIn,
} from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { safeName } from "~/features/plan/documents/file-types.ts";
import type { Incoming } from "~/features/plan/documents/files.server.ts";
import { problemOf, type Upload } from "~/features/plan/documents/upload.server.ts";
import { DEFAULT_ZONE, dayIn } from "~/lib/time-zones.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { fileField, type StoredFile } from "./field.ts";
import { type FormContext, type InvalidEntryForm, listsOf, unknownIn, valuesOf } from "./form.server.ts";
import { removeEntry, restoreEntry } from "./mutations.server.ts";
import { addPart, editPart, fileOf, type PartInput, removePart } from "./parts.server.ts";
import type { Objection, PartDefinition, Register } from "./register.ts";
import { partRemovalSchema, partSchema, removalSchema, versionSchema } from "./schemas.ts";

interface PartFormContext extends FormContext {
  by: By;
}

/** What came of removing an entry or bringing it back. */
export type EntryResult = { status: "removed" | "restored" | "stale" } | ({ status: "invalid" } & InvalidForm);

/**
 * Removes an entry or brings it back, by the form's `intent`.
 *
 * @returns null when the form is none of ours
 * @throws Refusal as the mutations do
 */
export function entryByForm(
  { db, by, viewer }: PartFormContext,
  register: Register,
  id: number,
  form: FormData,
): EntryResult | null {
  const intent = form.get("intent");
  if (intent === "remove") {
    const parsed = parseForm(removalSchema, form);
    if (!parsed.ok) return "version" in parsed.problems ? null : { ...parsed, status: "invalid" };
    const { version, why } = parsed.value;
    const { status } = removeEntry(db, by, viewer, register, { id, version }, why || null);
    return { status: status === "stale" ? "stale" : "removed" };
  }
  if (intent === "restore") {
    const parsed = parseForm(versionSchema, form);
    if (!parsed.ok) return null;
    const { status } = restoreEntry(db, by, viewer, register, { id, ...parsed.value });
    return { status: status === "stale" ? "stale" : "restored" };
  }
  return null;
}

/** What the form of a part came to. */
export type PartResult = FormResult<
  object,
  Pick<InvalidEntryForm, "about"> & {
    /** The part whose form it was; null for a new one. */
    id: number | null;
  }
>;

/**
 * Enters, changes or removes a part, by the form's `intent`.
 *
 * @param came the file that came in with the form, where parts of this kind have one
 * @returns null when the form is none of ours
 * @throws Refusal 403, and 404 when the entry itself is not there
 */
export function partByForm(
  doing: PartFormContext,
  register: Register,
  of: { entryId: number; kind: string; definition: PartDefinition },
  form: FormData,
  came: Upload | null = null,
): PartResult | null {
  const { db, by, viewer } = doing;
  const { definition, ...inEntry } = of;
  const intent = form.get("intent");
  const which = parseForm(partRemovalSchema, form);
  const id = which.ok ? which.value.part : null;
  const submitted = submittedIn(form, listsOf(definition.fields));
  const late = (): PartResult => ({ ok: false, status: 409, problems: {}, about: {}, submitted, id });
  if (intent !== "add" && !which.ok) return null;
  try {
    if (intent === "remove" && which.ok) {
      const target = { ...inEntry, id: which.value.part, version: which.value.version };
      const removed = removePart(db, by, viewer, register, target);
      if (removed.status === "invalid") return invalid(removed.objection, submitted, id);
      return removed.status === "stale" ? late() : { ok: true };
    }
    if (intent !== "add" && intent !== "edit") return null;
    const had = intent === "edit" && id ? fileOf(db, of.entryId, id) : undefined;
    const parsed = parsePart(doing, definition, form, submitted, { came, had });
    if (!parsed.ok) return { ...parsed, status: came?.tooLarge ? 413 : 422, id };
    const changed =
      intent === "edit" && which.ok
        ? editPart(
            db,
            by,
            viewer,
            register,
            { ...inEntry, id: which.value.part, version: which.value.version },
            parsed.value,
          )
        : addPart(db, by, viewer, register, inEntry, parsed.value);
    if (changed.status === "stale") return late();
    if (changed.status === "invalid") return invalid(changed.objection, submitted, id);
    if (changed.status === "twice")
      return { ok: false, status: 422, problems: { network: "entered-already" }, about: {}, submitted, id };
    return { ok: true };
  } catch (refusal) {
    // Whoever had its form open is told that it is gone, with what they typed.
    if (refusal instanceof Refusal && refusal.status === 404 && intent !== "add") return late();
    throw refusal;
  }
}

const invalid = ({ field, code, about }: Objection, submitted: Submitted, id: number | null): PartResult => ({
  ok: false,
  status: 422,
  problems: { [field]: code },
  about: about ? { [field]: about } : {},
  submitted,
  id,
});

function parsePart(
  { db, viewer, networks, language, by }: PartFormContext,
  definition: PartDefinition,
  form: FormData,
  submitted: Submitted,
  files: { came: Upload | null; had: StoredFile | undefined },
): { ok: true; value: PartInput } | InvalidEntryForm {
  const parsed = parseForm(
    partSchema(definition.fields, language, dayIn(viewer.timeZone ?? DEFAULT_ZONE, by.at)),
    form,
  );
  const { problem, ...filed } = fileIn(definition, files);
  const problems: Record<string, ProblemCode> = problem ? { file: problem } : {};
  if (!parsed.ok) return { ok: false, problems: { ...parsed.problems, ...problems }, about: {}, submitted };
  const value = parsed.value as Record<string, unknown> & Pick<PartInput, "language"> & { network: number | null };
  const about: Record<string, string> = {};
  if (definition.network && !networks.some(({ id }) => id === value.network)) problems.network = "network-missing";
  const [first] = definition.oneOf ?? [];
  const said: Record<string, unknown> = { ...value, file: filed.kept ?? null };
  if (first && definition.oneOf?.every((name) => said[name] === null)) problems[first] = "missing";
  unknownIn(db, networks, definition.fields, value, problems, about, language);
  if (Object.keys(problems).length > 0) return { ok: false, problems, about, submitted };
  const writes = Object.values(definition.fields).some(({ type }) => type === "paragraph");
  return {
    ok: true,
    value: {
      networkId: definition.network ? value.network : null,
      language: writes ? (value.language ?? language) : null,
      values: { ...valuesOf(definition.fields, value), ...(filed.kept && { file: filed.kept }) },
      ...(filed.incoming && { file: filed.incoming }),
    },
  };
}

/** The file that a part is to have: the one that came in, or else the one that it had. */
function fileIn(
  { fields }: PartDefinition,
  { came, had }: { came: Upload | null; had: StoredFile | undefined },
): { problem?: ProblemCode; kept?: StoredFile; incoming?: Incoming } {
  const field = fileField(fields);
  if (!field) return {};
  if (!came) return had ? { kept: had } : field.required ? { problem: "file-missing" } : {};
  const problem = problemOf(came, field.takes);
  if (problem) return { problem };
  const { sha256, bytes, mediaType = "" } = came.file;
  return { kept: { name: safeName(came.name, mediaType), mediaType, bytes, sha256 }, incoming: came.file };
}
