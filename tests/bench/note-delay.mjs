import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

/* Loaded into the server by tests/bench/event-loop.ts: tells how long its event loop was held at the longest. */

if (isMainThread && process.send) {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  let before = process.cpuUsage();
  process.on("message", (message) => {
    if (message !== "delay") return;
    const { user, system } = process.cpuUsage(before);
    process.send?.({ delay: delays.max / 1e6, cpu: (user + system) / 1e3 });
    delays.reset();
    before = process.cpuUsage();
  });
  // The server ends although somebody may ask.
  process.channel?.unref();
}
