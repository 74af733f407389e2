import type { FormProps } from "@remix-run/react";
import { createContext, useContext } from "react";

/** Where a talk is shown: on the page of what it is about, unless something says otherwise. */
interface TalkPlace {
  /** The address of that page; empty on the page itself. */
  page: string;
  /** How its forms are sent: to the page that shows them, unless told otherwise. */
  form: Pick<FormProps, "action" | "navigate" | "fetcherKey">;
}

export const TalkPlaceContext = createContext<TalkPlace>({ page: "", form: {} });

export const useTalkPlace = (): TalkPlace => useContext(TalkPlaceContext);
