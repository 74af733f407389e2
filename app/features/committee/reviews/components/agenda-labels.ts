import { useLingui } from "@lingui/react/macro";
import { type Board, LANGUAGES, type Language } from "~/domain.ts";
import { useLabels } from "~/ui/labels.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";

/** What a point of the agenda is called. */
export function useAgendaLabels(): (item: AgendaItem) => string {
  const { t, i18n } = useLingui();
  const labels = useLabels();
  return (item) => {
    switch (item.kind) {
      case "board":
        return labels.board(item.board);
      case "point":
        return (
          [i18n.locale as Language, ...LANGUAGES].map((one) => item.about[one]).find(Boolean) ?? t`A point of our own`
        );
      case "alignment":
        return t`Views of the continents`;
      case "decisions":
        return t`Decisions`;
      case "look-again":
        return t`Decisions to look at again`;
      case "sign-off":
        return t`Sign-off`;
    }
  };
}

/** A line of the agenda's form, as an item that can be named. */
export function itemOf(item: string): AgendaItem {
  const [kind, of] = item.split(":");
  if (kind === "board") return { kind, board: of as Board, minutes: null };
  if (kind === "point") return { kind, about: {}, minutes: null };
  return { kind: kind as "alignment", minutes: null };
}
