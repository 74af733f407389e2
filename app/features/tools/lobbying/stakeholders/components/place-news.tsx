import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Form } from "~/ui/form.tsx";
import { HiddenFields } from "~/ui/hidden-field.tsx";
import { ToastClose } from "~/ui/toast-close.tsx";
import { UndoButton } from "~/ui/undo-button.tsx";
import type { Place } from "../place.ts";
import type { PlaceAnswer } from "../placing.server.ts";
import { usePlaceLabels } from "./use-place-labels.ts";
import type { Places } from "./use-places.ts";

/** What came of putting somebody elsewhere, at the foot of the page, with what can be done about it. */
export function PlaceNews({ places, back }: { places: Places; back: string }) {
  const { result } = places;
  const { say } = usePlaceLabels();
  const close = <ToastClose back={back} onClose={() => places.setResult(null)} />;
  return (
    <div role="status">
      {result?.outcome === "placed" && (
        <div className="toast place-toast">
          <Placed {...result} where={say(result.to)} />
          <Again result={result} places={places} back={back} place={result.from}>
            <UndoButton>
              <Trans>Undo</Trans>
            </UndoButton>
          </Again>
          {close}
        </div>
      )}
      {result?.outcome === "stale" && (
        <div className="toast place-toast">
          <Stale {...result} where={say(result.now)} />
          <Again result={result} places={places} back={back} place={result.wanted}>
            <button className="button">
              <Trans>Put it there all the same</Trans>
            </button>
          </Again>
          {close}
        </div>
      )}
      {result?.outcome === "line-lost" && (
        <div className="toast place-toast">
          <span>
            <Trans>The line dropped: nothing has moved. Please try again.</Trans>
          </span>
          {close}
        </div>
      )}
    </div>
  );
}

function Placed({ title, where }: { title: string; where: string }) {
  return (
    <span>
      <Trans>
        {title} stands here now: {where}.
      </Trans>
    </span>
  );
}

function Stale({ title, where }: { title: string; where: string }) {
  return (
    <span>
      <Trans>
        Somebody changed {title} meanwhile. It stands here now: {where}. Yours was not saved.
      </Trans>
    </span>
  );
}

interface AgainProps {
  result: Extract<PlaceAnswer, { outcome: "placed" | "stale" }>;
  places: Places;
  place: Place;
  back: string;
  children: ReactNode;
}

/** The form of a button that puts somebody somewhere: a plain one, taken over by JavaScript where there is any. */
function Again({ result, places, place, back, children }: AgainProps) {
  const { id, version } = result;
  const fields = {
    intent: "place",
    entry: id,
    version,
    influence: place.influence ?? "",
    stance: place.stance ?? "",
    back,
  };
  return (
    <Form
      method="post"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        places.send(id, place, version);
      }}
    >
      <HiddenFields fields={fields} />
      {children}
    </Form>
  );
}
