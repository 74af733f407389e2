import { useLingui } from "@lingui/react";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import type { Shown } from "../calendar.server.ts";
import { publicationsLabels } from "../labels.ts";
import { StateMark } from "./state-mark.tsx";

/** What the calendar says of a publication below its title: where, in which language, for whom, and how it stands. */
export function PublicationSaid({ channel, language, network, published, late }: Shown) {
  const { _ } = useLingui();
  const { options, label } = publicationsLabels.fields.channel;
  return (
    <>
      <span className="pub-of">
        {_(options?.[channel] ?? label)} · {LANGUAGE_NAMES[language]} · {network}
      </span>
      <StateMark published={published} late={late} />
    </>
  );
}
