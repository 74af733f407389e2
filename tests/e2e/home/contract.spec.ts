import { contractOf, everyone, signedIn } from "../support/contract.ts";

contractOf("home", {
  "/my": {
    path: "/my",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  // The address alone says whose it is: a forged one is nobody's, signed in or not.
  "/calendar/:file": { path: "/calendar/forged.ics", get: everyone(404) },
});
