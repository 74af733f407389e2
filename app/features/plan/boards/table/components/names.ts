import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { GroupName, SortName } from "../table-state.ts";

/** How a table's columns are called. */
export const SORT_NAMES: Record<SortName, MessageDescriptor> = {
  ref: msg`Reference`,
  title: msg`Title`,
  stage: msg`Stage`,
  priority: msg`Priority`,
  kind: msg`Kind`,
  level: msg`Level`,
  lead: msg`Lead network`,
  responsible: msg`Responsible`,
  labels: msg`Labels`,
  start: msg`Start`,
  due: msg`Due`,
  late: msg`Late`,
  progress: msg`Progress`,
  updated: msg`Last change`,
};

export const GROUP_NAMES: Record<GroupName, MessageDescriptor> = {
  stage: msg`Stage`,
  lead: msg`Lead network`,
  priority: msg`Priority`,
  quarter: msg`Due quarter`,
};
