import type { LinksFunction } from "@remix-run/node";
import href from "./registers.css?url";

/** For the `links` of each page of the boards' own tools: their style, beside the one that every document carries. */
export const registerStyle: LinksFunction = () => [{ rel: "stylesheet", href }];
