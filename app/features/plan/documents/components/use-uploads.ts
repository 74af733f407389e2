import { useNavigate, useRevalidator } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ProblemCode } from "~/ui/problems.ts";
import { FILE_MOST_BYTES } from "../file-types.ts";

/** One of several files that are sent. */
export interface FileSent {
  name: string;
  /** How much of it has gone, in whole percent; null before its turn. */
  sent: number | null;
  state: "waiting" | "sending" | "added" | "refused" | "lost";
  problem: ProblemCode | null;
}

type Answer = { state: "added" | "lost" | "elsewhere"; address?: string } | { state: "refused"; problem: ProblemCode };

/**
 * Sends the files of a form one after the other, each with a request of its own: each shows how far it is, and what is wrong with one
 * keeps none of the others. `fetch` cannot tell how far it is, an XMLHttpRequest can.
 */
export function useUploads() {
  const [files, setFiles] = useState<FileSent[]>([]);
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const request = useRef<XMLHttpRequest | null>(null);
  const busy = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      request.current?.abort();
    };
  }, []);

  const sendAll = async (form: FormData, chosen: File[], clear: () => void) => {
    const path = window.location.pathname;
    busy.current = true;
    setFiles(chosen.map(({ name }) => ({ name, sent: null, state: "waiting", problem: null })));
    const update = (at: number, change: Partial<FileSent>) =>
      setFiles((all) => all.map((one, place) => (place === at ? { ...one, ...change } : one)));
    let failed = false;
    for (const [at, file] of chosen.entries()) {
      if (gone.current) return;
      update(at, { state: "sending", sent: 0 });
      const answer: Answer =
        file.size > FILE_MOST_BYTES
          ? { state: "refused", problem: "file-too-large" }
          : await sendOne(path, withFile(form, file), request, (sent) => update(at, { sent }));
      if (answer.state === "elsewhere") {
        // Signed out meanwhile, or something that has a page of its own.
        window.location.assign(answer.address ?? path);
        return;
      }
      failed ||= answer.state !== "added";
      update(at, { state: answer.state, problem: answer.state === "refused" ? answer.problem : null });
    }
    busy.current = false;
    if (gone.current) return;
    clear();
    if (failed) {
      revalidate();
      return;
    }
    setFiles([]);
    navigate(`${path}?done=added`);
  };

  /** Takes a form over that several files are chosen in, and leaves one with a single file alone. */
  const upload = (event: FormEvent<HTMLFormElement>): boolean => {
    if (busy.current) {
      event.preventDefault();
      return true;
    }
    const { currentTarget: element } = event;
    const field = element.querySelector<HTMLInputElement>("input[type=file]");
    const chosen = [...(field?.files ?? [])];
    if (!field || chosen.length < 2) return false;
    event.preventDefault();
    const form = new FormData(element);
    void sendAll(form, chosen, () => {
      field.value = "";
    });
    return true;
  };
  return { files, upload };
}

/** The form with one of its files. Its title would be that of all: each is called by its name. */
function withFile(form: FormData, file: File): FormData {
  const one = new FormData();
  for (const [name, value] of form) if (name !== "file" && name !== "title") one.append(name, value);
  one.append("title", "");
  one.append("file", file);
  return one;
}

function sendOne(
  path: string,
  form: FormData,
  request: { current: XMLHttpRequest | null },
  progress: (percent: number) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    xhr.upload.onprogress = ({ loaded, total }) => progress(Math.floor((100 * loaded) / total));
    xhr.onerror = () => resolve({ state: "lost" });
    xhr.onabort = () => resolve({ state: "lost" });
    xhr.onload = () => {
      const problems = xhr.getResponseHeader("X-Problems");
      const [problem] = problems ? Object.values(JSON.parse(problems) as Record<string, ProblemCode>) : [];
      if (problem) resolve({ state: "refused", problem });
      else if (xhr.status === 200 && new URL(xhr.responseURL).pathname === path) resolve({ state: "added" });
      else resolve({ state: "elsewhere", address: xhr.responseURL });
    };
    xhr.open("POST", path);
    xhr.send(form);
  });
}
