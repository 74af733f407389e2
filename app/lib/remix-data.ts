/**
 * What Remix's `data()` returns: an answer with a status and headers beside what the page is given. Remix exports no type and no
 * test for it; tests/unit/http/remix-internals.test.tsx compares this with what the installed Remix does.
 */
export interface DataAnswer {
  type: "DataWithResponseInit";
  data: unknown;
  init: ResponseInit | null;
}

/** Whether a loader or action returned or threw what `data()` made. */
export function isDataAnswer(answer: unknown): answer is DataAnswer {
  return typeof answer === "object" && answer !== null && "type" in answer && answer.type === "DataWithResponseInit";
}
