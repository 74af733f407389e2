import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { auth } from "~/features/accounts/auth.server.ts";
import { EVALUATION_ACCOUNTS } from "~/features/accounts/evaluation.server.ts";
import { forAnyone, forbidden, safePath } from "~/http/visit.server.ts";
import { surroundings } from "~/surroundings.server.ts";

export const loader = forAnyone(() => ({ accounts: surroundings().evaluation ? EVALUATION_ACCOUNTS : [] }));

export const action = forAnyone(async (visit) => {
  const form = await visit.request.formData();
  const account = EVALUATION_ACCOUNTS.find(({ id }) => id === form.get("as"));
  if (!account || !surroundings().evaluation) return forbidden(visit);
  const { headers } = await auth().api.enter({
    body: { personId: account.id },
    headers: visit.request.headers,
    returnHeaders: true,
  });
  return redirect(safePath(visit.url.searchParams.get("back")), {
    headers: { "Set-Cookie": headers.get("set-cookie") ?? "" },
  });
});

export default function SignIn() {
  const { accounts } = useLoaderData<typeof loader>();
  return (
    <main className="page narrow" id="content">
      <Form method="post" className="form">
        {accounts.map(({ id, name }) => (
          <button className="button" key={id} name="as" value={id}>
            {name}
          </button>
        ))}
      </Form>
    </main>
  );
}
