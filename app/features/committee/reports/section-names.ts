import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ReportSection } from "./sections.ts";

export const SECTION_NAMES: Record<ReportSection, MessageDescriptor> = {
  results: msg`Results by board`,
  heard: msg`What came from members`,
  published: msg`What was published`,
  network: msg`The network in figures`,
  committee: msg`Committee and decisions`,
  outlook: msg`Outlook`,
};
