import { useLingui } from "@lingui/react";
import { SECTION_NAMES } from "~/features/committee/reports/section-names.ts";
import type { ReportSection } from "~/features/committee/reports/sections.ts";

/** The names of a report's sections in the reader's language. */
export function useSectionNames(): (section: ReportSection) => string {
  const { _ } = useLingui();
  return (section) => _(SECTION_NAMES[section]);
}
