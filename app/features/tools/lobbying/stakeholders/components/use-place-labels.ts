import { useLingui as useLabels } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { stakeholdersLabels } from "../labels.ts";
import { isPlaced, type Place } from "../place.ts";

/** A place in the reader's words: "Much influence, Open". */
export function usePlaceLabels() {
  const { _ } = useLabels();
  const { t } = useLingui();
  const { influence, stance } = stakeholdersLabels.fields;
  const influenceOf = (one: string) => _(influence.options?.[one] ?? influence.label);
  const stanceOf = (one: string) => _(stance.options?.[one] ?? stance.label);
  const say = (place: Place) => {
    if (!isPlaced(place)) return t`not placed yet`;
    const [how, where] = [influenceOf(place.influence), stanceOf(place.stance)];
    return t`influence: ${how}, stance: ${where}`;
  };
  return { say, influenceOf, stanceOf };
}
