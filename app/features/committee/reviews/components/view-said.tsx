import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ViewShown } from "~/features/committee/reviews/views.server.ts";
import { useFormat } from "~/ui/format.ts";

type Said = NonNullable<ViewShown["said"]>;

/** What a continental network brings: what goes well, what worries, what it asks; and what was reported back to it. */
export function ViewSaid({ said, closedAt }: { said: Said; closedAt: number | null }) {
  const format = useFormat();
  const { by, at, lang, progress, concerns, asks, report, reportedAt } = said;
  const day = reportedAt === null ? "" : format.dayOf(reportedAt);
  const written = progress || concerns || asks;
  return (
    <div className="view-said">
      {written && (
        <p className="soft">
          {by} · {format.instant(at)}
        </p>
      )}
      <dl>
        <Part name={<Trans>What goes well</Trans>} text={progress} lang={lang} />
        <Part name={<Trans>What worries us</Trans>} text={concerns} lang={lang} />
        <Part name={<Trans>What we ask of the committee</Trans>} text={asks} lang={lang} />
        {report && (
          <Part
            name={
              closedAt !== null && reportedAt !== null && reportedAt > closedAt ? (
                <Trans>Reported back to the network on {day}, after the review was closed</Trans>
              ) : (
                <Trans>Reported back to the network on {day}</Trans>
              )
            }
            text={report}
            lang={lang}
          />
        )}
      </dl>
    </div>
  );
}

function Part({ name, text, lang }: { name: ReactNode; text: string; lang: string | null }) {
  if (!text) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className="as-written" lang={lang ?? undefined}>
        {text}
      </dd>
    </div>
  );
}
