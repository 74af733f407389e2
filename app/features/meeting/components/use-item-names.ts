import { useLingui } from "@lingui/react/macro";
import { useWords } from "~/ui/words.ts";
import type { NamedItem } from "../screen.server.ts";

/** How the items of an agenda are called. */
export function useItemNames(): (item: NamedItem) => string {
  const { t } = useLingui();
  const words = useWords();
  return ({ kind, board, point }) => {
    switch (kind) {
      case "board":
        return board ? words.board(board) : "";
      case "alignment":
        return t`Views of the continents`;
      case "decisions":
        return t`Decisions`;
      case "look-again":
        return t`Decisions to look at again`;
      case "sign-off":
        return t`Sign-off`;
      case "point":
        return point ?? "";
    }
  };
}
