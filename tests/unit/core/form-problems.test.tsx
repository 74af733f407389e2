import { I18nProvider } from "@lingui/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { LANGUAGES, type Language } from "~/domain.ts";
import { parseForm } from "~/features/core/forms.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { log } from "~/log.server.ts";
import { Problem } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

const schema = z.object({
  // Neither names a code of its own.
  name: z.string(),
  seats: z.coerce.number().int().positive(),
  stage: z.enum(["planned", "done"], "not-a-choice"),
});

const read = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const parsed = parseForm(schema, form);
  return parsed.ok ? {} : parsed.problems;
};

afterEach(() => vi.restoreAllMocks());

describe("a fault for which the schema names no code", () => {
  it("is missing where nothing came, and not valid otherwise; the log names it once", () => {
    const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
    const sent = { seats: "1.5", stage: "dropped" };
    expect(read(sent)).toEqual({ name: "missing", seats: "not-valid", stage: "not-a-choice" });
    expect(read(sent)).toEqual({ name: "missing", seats: "not-valid", stage: "not-a-choice" });
    expect(read({ ...sent, seats: "" })).toMatchObject({ seats: "missing" });
    expect(warn.mock.calls.map(([entry]) => entry)).toEqual([
      { fault: "name: invalid_type" },
      { fault: "seats: invalid_type" },
      { fault: "seats: too_small" },
    ]);
  });
});

describe("a code that no screen knows", () => {
  const shown = (code: string, language: Language) =>
    renderToStaticMarkup(
      <I18nProvider i18n={i18nFor(language)}>
        <Problem id="it" code={code as ProblemCode} />
      </I18nProvider>,
    );

  it("is no request to fill a field in that was filled in", () => {
    expect(shown("Invalid input: expected int", "en")).toContain("This isn’t valid. Please check it.");
    for (const language of LANGUAGES) {
      expect(shown("unheard-of", language)).toBe(shown("not-valid", language));
      expect(shown("unheard-of", language)).not.toBe(shown("missing", language));
    }
  });
});
