import type { LinksFunction } from "@remix-run/node";
import href from "./committee.css?url";

/** For the `links` of each page of the committee's work: its style, beside the one that every document carries. */
export const committeeStyle: LinksFunction = () => [{ rel: "stylesheet", href }];
