import { Trans } from "@lingui/react/macro";
import { Form } from "./form.tsx";

/** Follow what the page is about, or stop: each page's action reads it (`followByForm`). */
export function FollowButton({ following }: { following: boolean }) {
  return (
    <Form method="post" preventScrollReset>
      <button className="button" name="intent" value={following ? "unfollow" : "follow"} aria-pressed={following}>
        {following ? <Trans>Following</Trans> : <Trans>Follow</Trans>}
      </button>
    </Form>
  );
}
