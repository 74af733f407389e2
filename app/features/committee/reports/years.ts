import { utc } from "@date-fns/utc";
import { getYear } from "date-fns";
import type { ReviewState } from "~/domain.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { FIRST_YEAR } from "./sections.ts";

/** How a quarter's review stands: `none` where it was not opened, `ahead` where its quarter has not begun. */
export interface QuarterOfYear {
  quarter: string;
  state: ReviewState | "none" | "ahead";
}

export interface Year {
  year: number;
  quarters: QuarterOfYear[];
}

/** The years since the plan began, the newest first, each with its four quarters. */
export function yearsOf(states: ReadonlyMap<string, ReviewState>, now: Date): Year[] {
  const last = getYear(now, { in: utc });
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => last - back).map((year) => ({
    year,
    quarters: quartersOfYear(year).map((quarter) => ({
      quarter,
      state: states.get(quarter) ?? (quarter > quarterOf(now) ? "ahead" : "none"),
    })),
  }));
}

export function quartersOfYear(year: number): string[] {
  return [1, 2, 3, 4].map((number) => `${year}-Q${number}`);
}
