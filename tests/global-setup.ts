/** Every test stands in the same time zone and language, whatever the machine's. */
export default function setup(): void {
  process.env.TZ = "UTC";
  process.env.LOG_LEVEL ??= "silent";
}
