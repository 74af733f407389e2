import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { BOARD } from "~/ui/labels.ts";
import type { Theme } from "./themes.ts";

/** How the themes are read, in their order. */
export const THEME: Record<Theme, MessageDescriptor> = {
  health: msg({ message: "Health care", context: "theme" }),
  pensions: msg({ message: "Pensions", context: "theme" }),
  unemployment: msg({ message: "Unemployment", context: "theme" }),
  children: msg({ message: "Families and children", context: "theme" }),
  ...BOARD,
  other: msg({ message: "Something else", context: "theme" }),
};
