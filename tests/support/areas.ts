import "~/areas.server.ts";
