import pino from "pino";

const level = process.env.LOG_LEVEL || "info";

/** One JSON line an entry on standard output; `LOG_LEVEL` says from which level on (`silent` for none). */
export const log = pino({
  // A level that is none is named among what keeps the server from starting (config.server.ts).
  level: level in pino.levels.values || level === "silent" ? level : "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
