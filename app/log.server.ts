import pino from "pino";

/** One JSON line an entry on standard output; `LOG_LEVEL` says from which level on (`silent` for none). */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
