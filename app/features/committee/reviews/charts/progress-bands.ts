import type { KeyResultInReview } from "../snapshot.ts";
import type { Surface } from "./patterns.tsx";

/** Up to so many key results are drawn one by one. */
export const FEW = 24;

/** How far key results have come, from no value at all to the target. */
export const BANDS = ["unmeasured", "first", "second", "third", "fourth", "reached"] as const;
export type Band = (typeof BANDS)[number];

const SURFACE: Record<Band, Surface> = {
  unmeasured: "ruled",
  first: "empty",
  second: "dotted",
  third: "striped",
  fourth: "dense",
  reached: "full",
};

/** A key result's band, by its progress in whole percent. */
export function bandOf(progress: number | null): Band {
  if (progress === null) return "unmeasured";
  if (progress >= 100) return "reached";
  return (["first", "second", "third", "fourth"] as const)[Math.floor(progress / 25)] ?? "first";
}

/** All bands, from no value to the target, each with how many of these key results are in it. */
export function bandsOf(keyResults: readonly Pick<KeyResultInReview, "progress">[]) {
  return BANDS.map((band) => ({
    band,
    surface: SURFACE[band],
    count: keyResults.filter(({ progress }) => bandOf(progress) === band).length,
  }));
}
