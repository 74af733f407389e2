import { useNavigate } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ProblemCode } from "~/ui/problems.ts";
import { FILE_MOST_BYTES } from "../file-types.ts";

type Problems = Record<string, ProblemCode>;

interface Upload {
  /** How much of it has gone, in whole percent; null while nothing is sent. */
  sent: number | null;
  /** What the server found wrong with it; null where it has not answered. */
  problems: Problems | null;
  lineLost: boolean;
}

const NOTHING: Upload = { sent: null, problems: null, lineLost: false };

/**
 * Sends a form with a file by script. `fetch` cannot tell how far it is, an XMLHttpRequest can; the page and all that is
 * chosen in it stay where they are until the file has been saved. A file that is too large is not sent at all.
 */
export function useUpload() {
  const [upload, setUpload] = useState(NOTHING);
  const navigate = useNavigate();
  const request = useRef<XMLHttpRequest | null>(null);
  const superseded = useRef(false);
  useEffect(() => () => request.current?.abort(), []);

  const send = (event: FormEvent<HTMLFormElement>) => {
    if (superseded.current) return;
    event.preventDefault();
    if (request.current) return;
    const { currentTarget: element } = event;
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const form = new FormData(element);
    if (button?.name) form.append(button.name, button.value);
    const file = form.get("file");
    if (file instanceof File && file.size > FILE_MOST_BYTES) {
      setUpload({ ...NOTHING, problems: { file: "file-too-large" } });
      return;
    }
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    const ended = (next: Upload) => {
      request.current = null;
      setUpload(next);
    };
    xhr.upload.onprogress = ({ loaded, total }) => setUpload({ ...NOTHING, sent: Math.floor((100 * loaded) / total) });
    xhr.onerror = () => ended({ ...NOTHING, lineLost: true });
    xhr.onload = () => {
      if (xhr.status === 409) {
        // Somebody was first: the page that shows both is a page of its own, to which the browser sends the form itself.
        superseded.current = true;
        element.requestSubmit(button);
        return;
      }
      const problems = xhr.getResponseHeader("X-Problems");
      ended(problems ? { ...NOTHING, problems: JSON.parse(problems) as Problems } : NOTHING);
      if (problems) return;
      const { pathname, search } = new URL(xhr.responseURL);
      if (xhr.status === 200 && pathname === window.location.pathname) navigate(pathname + search);
      // Signed out meanwhile, or something that has a page of its own: the browser goes there.
      else window.location.assign(xhr.responseURL);
    };
    setUpload({ ...NOTHING, sent: 0 });
    xhr.open("POST", window.location.pathname);
    xhr.send(form);
  };
  return { ...upload, upload: send };
}
