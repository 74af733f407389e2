import { useLingui as useWords } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { isPlaced, type Place } from "../place.ts";
import { stakeholdersWords } from "../words.ts";

/** A place in the reader's words: "Much influence, Open". */
export function usePlaceWords() {
  const { _ } = useWords();
  const { t } = useLingui();
  const { influence, stance } = stakeholdersWords.fields;
  const influenceOf = (one: string) => _(influence.options?.[one] ?? influence.label);
  const stanceOf = (one: string) => _(stance.options?.[one] ?? stance.label);
  const say = (place: Place) => {
    if (!isPlaced(place)) return t`not placed yet`;
    const [how, where] = [influenceOf(place.influence), stanceOf(place.stance)];
    return t`influence: ${how}, stance: ${where}`;
  };
  return { say, influenceOf, stanceOf };
}
