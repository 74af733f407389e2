import { Trans, useLingui } from "@lingui/react/macro";
import type { Hindering } from "~/features/plan/actions/bulk-edit-form.server.ts";
import { useFormat } from "~/ui/format.ts";

/** Why an action keeps a change from being made. */
export function Hindered({ one: { ref, why, by, at } }: { one: Hindering }) {
  const { t } = useLingui();
  const format = useFormat();
  const who = by ?? t`Somebody`;
  const when = at === null ? "" : format.instant(at);
  switch (why) {
    case "changed-meanwhile":
      return (
        <Trans>
          {who} changed {ref} meanwhile ({when}).
        </Trans>
      );
    case "not-yours":
      return <Trans>{ref} is led by a network outside your branch: it is not yours to change.</Trans>;
    case "gone":
      return <Trans>{ref} is not on this board any more.</Trans>;
    case "due-before-start":
      return <Trans>{ref} would be due before it starts.</Trans>;
    case "person-not-in-branch":
      return <Trans>{ref}: the responsible person is outside the branch of the lead network.</Trans>;
    case "person-gone":
      return <Trans>{ref}: the account of the responsible person is closed.</Trans>;
    case "too-many-labels":
      return <Trans>{ref} would have more than 10 labels.</Trans>;
    case "not-movable":
      return <Trans>{ref} cannot go to that stage yet: its own page says what is missing.</Trans>;
  }
}
