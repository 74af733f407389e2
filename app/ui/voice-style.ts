import type { LinksFunction } from "@remix-run/node";
import href from "./voice.css?url";

/** For the `links` of the page of who is heard: its style, beside the one that every document carries. */
export const voiceStyle: LinksFunction = () => [{ rel: "stylesheet", href }];
