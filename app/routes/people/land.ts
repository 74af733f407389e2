import { landSvg } from "~/features/suggestions/map.server.ts";
import { forAnyone } from "~/http/visit.server.ts";

/** The land of the map of networks: the same for everyone, and kept by the browser. */
export const loader = forAnyone(
  () =>
    new Response(landSvg(), {
      headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=604800, immutable" },
    }),
);
