import { Trans, useLingui } from "@lingui/react/macro";
import { NavLink } from "@remix-run/react";

/** The pages of the committee's work, from one to the other. */
export function CommitteeNav() {
  const { t } = useLingui();
  return (
    <nav className="committee-nav" aria-label={t`The committee’s work`}>
      <NavLink to="/reviews" end>
        <Trans>Reviews</Trans>
      </NavLink>
      <NavLink to="/decisions" end>
        <Trans>Decisions</Trans>
      </NavLink>
      <NavLink to="/reports" end>
        <Trans>Reports of the years</Trans>
      </NavLink>
    </nav>
  );
}
