import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import { Markdown } from "~/ui/markdown.tsx";
import type { SuggestionScreen } from "../screen.server.ts";
import { Proposed } from "./proposed.tsx";

/** How it read before its author changed it after it was taken up. */
export function EarlierWordings({ earlier, lang }: Pick<SuggestionScreen, "earlier" | "lang">) {
  const format = useFormat();
  if (earlier.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Earlier wordings</Trans>
      </h2>
      {earlier.map(({ wording, title, why, until, changes, texts }) => {
        const day = format.dayOf(until);
        return (
          <details key={wording} className="texts">
            <summary>
              <Trans>
                Wording {wording}, until {day}
              </Trans>
            </summary>
            <div className="form">
              <h3 lang={lang ?? undefined}>{title}</h3>
              <Proposed kind="amendment" changes={changes} texts={texts} lang={lang} />
              {why && <Markdown html={why} lang={lang ?? undefined} />}
            </div>
          </details>
        );
      })}
    </section>
  );
}
